"""Checks that an operationId fits into the operation name of an HTTP API's route.

## Why is this bad?
API Gateway makes the operationId the name of the route's operation, which has at most 64 characters. What the import
does with a longer one is unconfirmed.

## Examples
```yaml http
paths:
  /orders:
    get:
      operationId: <65 x a>  # error: "at most 64"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /orders:
    get:
      operationId: <64 x a>
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /a: {get: {}}
```

## References
- keys: limit-http-operation-name
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Operation
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(operation: Operation, context: Context) -> Findings:
    length, longest = len(operation.operation_id or ""), limits.HTTP_OPERATION_NAME.value
    if length > longest:
        message = f"the operationId has {length} characters; the name of a route's operation can have at most {longest}"
        yield Found(operation.origin.at("operationId"), message)
