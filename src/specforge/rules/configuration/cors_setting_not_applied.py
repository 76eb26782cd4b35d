"""Reports a `cors:` setting of specforge.yaml, which this version reads and does not apply.

## Why is this bad?
Browsers get no CORS headers from it: OPTIONS methods and headers have to stand in the document.

## Examples
```yaml config
cors: {origins: ['https://app.example.com']}  # error: "no CORS"
```
```yaml config
deploy:
  stages: {prod: {}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="expand", severity=WARNING, since="0.1")
