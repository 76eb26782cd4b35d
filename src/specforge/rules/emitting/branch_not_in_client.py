"""Tells that clients and documentation hold only the first branch of an `Fn::If`.

## Why is this bad?
A method of a path is one call and one page; where the branches differ in more than what stands behind them,
callers of the other branch see parameters and answers that are not theirs.

## Examples
```yaml target=python-client
paths:
  /orders:
    get:
      Fn::If:
        - IsProd
        - responses: {'200': {description: ok}}
          x-amazon-apigateway-integration:
            type: mock
            requestTemplates: {application/json: '{"statusCode": 200}'}
            responses: {default: {statusCode: '200'}}
        - responses: {'200': {description: ok}}  # error: "GET /orders"
          x-amazon-apigateway-integration:
            type: mock
            requestTemplates: {application/json: '{"statusCode": 200}'}
            responses: {default: {statusCode: '200'}}
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
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="clients", severity=INFO, since="0.1")
