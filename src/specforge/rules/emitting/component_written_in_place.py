"""Tells that reusable parts are written in the import document wherever an operation refers to them.

## Why is this bad?
It is not: API Gateway makes models of schemas and authorizers of security schemes, nothing of the other components, and follows not every reference to them.
A component that nothing refers to is in the import document no more.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {$ref: '#/components/responses/Orders'}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  responses:  # error: "components.responses"
    Orders: {description: ok}
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
- keys: resp-root-ref
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
