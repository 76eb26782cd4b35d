"""Tells that schema keywords are written in the importer's older words.

## Why is this bad?
It is not: type lists, `const` and numeric exclusive bounds of OpenAPI 3.1 become what OpenAPI 3.0 has for them.

## Examples
```yaml target=openapi
openapi: 3.1.0
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
        count: {type: integer, exclusiveMinimum: 0}  # error
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
- keys: model-type-invalid
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
