"""Reports an origin that the document lets in and `cors:` of specforge.yaml does not.

## Why is this bad?
What the document says is kept, so pages of that origin may call although the configuration does not name it.

## Examples
```yaml http set:cors.origins=["https://app.example.com"]
x-amazon-apigateway-cors:
  allowOrigins: ['https://other.example.com']  # error: "the document counts"
paths: {}
```
```yaml http set:cors.origins=["https://app.example.com"]
x-amazon-apigateway-cors:
  allowOrigins: ['https://app.example.com']
paths: {}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
- docs/guide/cors.md
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="expand", severity=WARNING, since="0.1", kinds=GATEWAY)
