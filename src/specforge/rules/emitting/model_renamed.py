"""Tells that a model has another name in the import document.

## Why is this bad?
API Gateway takes letters and digits only; generated SDKs and the console show the other name.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  schemas:
    order_item:  # error: "order_item"
      type: object
      properties: {id: {type: string}}
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
- keys: model-name, model-name-clash
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
