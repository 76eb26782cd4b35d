"""Checks that no operation of a REST API is marked as the default route.

## Why is this bad?
A REST API has no default route: `isDefaultRoute` is ignored. `/{proxy+}` is what catches the other paths there.

## Examples
```yaml
paths:
  /orders:
    x-amazon-apigateway-any-method:
      isDefaultRoute: true  # error: "HTTP APIs"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
```
```yaml
paths:
  /orders:
    x-amazon-apigateway-any-method:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
```
```yaml
paths:
  /a: {x-amazon-apigateway-any-method: {isDefaultRoute: false}}
  /b: {get: true}
  /c: {get: {x: true}}
```

## References
- keys: struct-isdefaultroute-rest
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="isDefaultRoute")
def check(operation: Operation, context: Context) -> Findings:
    marked = operation.origin.at("isDefaultRoute")
    if marked.key == "isDefaultRoute" and marked.value is True:
        yield Found(marked, "isDefaultRoute is for HTTP APIs; this is a REST API, which ignores it", on_key=True)
