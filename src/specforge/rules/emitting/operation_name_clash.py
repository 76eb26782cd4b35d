"""Tells that two operations would have one name in a generated client, and which name the second has.

## Why is this bad?
The name depends on the order in the document; an operationId of its own gives the operation a name that stays.

## Examples
```yaml target=python-client
paths:
  /orders:
    get:
      operationId: list-orders
      tags: [orders]
      responses: {'200': {description: ok}}
  /all-orders:
    get:
      operationId: list_orders  # error
      tags: [orders]
      responses: {'200': {description: ok}}
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
