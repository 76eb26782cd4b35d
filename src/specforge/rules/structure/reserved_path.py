"""Checks that no resource is called as API Gateway's own health check is.

## Why is this bad?
`/ping` and `/sping` at the root belong to API Gateway: under a custom domain they do not reach the API.

## Examples
```yaml
paths:
  /ping:  # error: "reserves"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders/ping:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /sping:  # error: "reserves"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- keys: struct-reserved-ping
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

RESERVED = ("/ping", "/sping")


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="ping")
def check(operation: Operation, context: Context) -> Findings:
    if operation.path in RESERVED:
        message = f"API Gateway reserves the path {operation.path} for itself; under a custom domain it does not work"
        yield Found(path_origin(operation), message, on_key=True)
