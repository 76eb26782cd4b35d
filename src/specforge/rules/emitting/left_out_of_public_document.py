"""Tells that openapi-public.json lacks something which the document says to callers.

## Why is this bad?
It is written in OpenAPI 3.0.1, which has no words for it, or it is an extension that may speak of what stands behind the API; `build.openapi-public.extensions` keeps such.

## Examples
```yaml target=openapi-public
paths:
  /orders:
    get:
      x-backend-team: payments  # error: "x-backend-team"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml target=openapi-public
paths:
  /orders:
    get:
      x-codeSamples: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="openapi-public", severity=INFO, since="0.1")
