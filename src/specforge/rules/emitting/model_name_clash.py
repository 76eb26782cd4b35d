"""Tells that two schemas would have one name in a generated client, and which name the second has.

## Why is this bad?
The name depends on the order in the document; names that differ by more than case and punctuation stay.

## Examples
```yaml target=python-client
paths:
  /orders:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/order_item'}}}}
        '201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/OrderItem'}}}}
components:
  schemas:
    OrderItem: {type: object, properties: {id: {type: string}}}
    order_item:  # error
      type: object
      properties: {name: {type: string}}
```
```yaml target=python-client
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
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="clients", severity=INFO, since="0.1")
