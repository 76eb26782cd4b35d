"""Tells that the security of the root is repeated on every operation of the import document.

## Why is this bad?
Whether API Gateway applies the root's security depends on the version and is disputed; on the operation it always counts.

## Examples
```yaml target=openapi
security:
  - key: []
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}  # error
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- keys: auth-root-security-oas3
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
