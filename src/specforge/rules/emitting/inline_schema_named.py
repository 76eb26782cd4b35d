"""Tells that an inline schema of a body has become a model with a name.

## Why is this bad?
API Gateway ignores composed and primitive schemas that stand inline, and gives objects names of its own that it then refuses.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {type: array, items: {type: string}}  # error
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
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
- keys: model-inline-object, resp-schema-primitive, resp-schema-composed, resp-schema-array-inline
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
