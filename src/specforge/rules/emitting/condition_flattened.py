"""Tells that the import document holds only one branch of an `Fn::If`.

## Why is this bad?
A document that is imported on its own has no conditions; the SAM template keeps both branches.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      Fn::If:
        - IsProd
        - responses: {'200': {description: ok}}  # error
          x-amazon-apigateway-integration:
            type: mock
            requestTemplates: {application/json: '{"statusCode": 200}'}
            responses: {default: {statusCode: '200'}}
        - responses: {'200': {description: ok}}
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
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
