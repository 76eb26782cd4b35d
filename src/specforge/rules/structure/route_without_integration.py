"""Checks that every operation of an HTTP API has an integration.

## Why is this bad?
The route is made without a target and answers 404 to everybody.

## Examples
```yaml http
paths:
  /orders:
    get:  # error: "no integration"
      responses: {'200': {description: ok}}
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
    trace: {}  # unsupported-method
```

## References
- keys: struct-operation-no-integration-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(operation: Operation, context: Context) -> Findings:
    if operation.method == "TRACE" or context.document.completed_by_sam:
        return
    if operation.integration is None:
        yield Found(
            operation.origin,
            f"{operation} has no integration; the route needs an x-amazon-apigateway-integration",
            on_key=True,
        )
