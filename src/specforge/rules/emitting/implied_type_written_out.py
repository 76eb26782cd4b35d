"""Tells that the import document says the type of a schema that has none.

## Why is this bad?
Without a type the schema lets in every value that its keywords do not judge: `properties` says nothing of a number.
Hardly any author means that, so specforge reads the type that the keywords are for; a type in the document settles it.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  schemas:
    Order: {properties: {id: {type: string}}}  # error: "object"
```
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
```

## References
- https://json-schema.org/understanding-json-schema/reference/object
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
