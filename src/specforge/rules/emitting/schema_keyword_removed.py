"""Tells that schema keywords which API Gateway's models do not have are left out of the import document.

## Why is this bad?
The import fails or ignores them; request validation never used them.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  schemas:
    Order:
      type: object
      properties:
        id: {type: string, readOnly: true}  # error: "readOnly"
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
- keys: model-keyword-unsupported, model-format-nonstandard, model-enum-duplicate
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
