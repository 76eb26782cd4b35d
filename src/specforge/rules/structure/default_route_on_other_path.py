"""Checks that the default route of an HTTP API stands under `/$default`.

## Why is this bad?
API Gateway makes the default route of the path `/$default`; anywhere else the mark is not what the path says.

## Examples
```yaml http
paths:
  /orders:
    x-amazon-apigateway-any-method:
      isDefaultRoute: true  # error: "/$default"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        payloadFormatVersion: '2.0'
```
```yaml http
paths:
  /$default:
    x-amazon-apigateway-any-method:
      isDefaultRoute: true
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        payloadFormatVersion: '2.0'
```

## References
- keys: struct-default-route-path
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule

PATHS = ("/$default", "$default")
"""The second lacks its slash: default-route-without-slash."""


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(operation: Operation, context: Context) -> Findings:
    if operation.is_default_route and operation.path not in PATHS:
        message = f"isDefaultRoute stands under {operation.path}; the path of the default route must be /$default"
        yield Found(operation.origin.at("isDefaultRoute"), message, on_key=True)
