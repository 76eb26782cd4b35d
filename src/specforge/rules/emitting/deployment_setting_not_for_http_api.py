"""Reports a setting of the deployment that HTTP APIs do not have.

## Why is this bad?
It has no effect.

## Examples
```yaml config target=sam http
deploy:
  stages:
    prod:
      tracing: true  # error
```
```yaml config target=sam
deploy:
  stages:
    prod:
      tracing: true
```

## References
- keys: ep-type-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
