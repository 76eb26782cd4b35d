"""Checks that the status of an integration response is a response of the operation.

## Why is this bad?
The import of the API fails: a method can only answer what it declares.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default: {statusCode: '200'}
          '5..': {statusCode: '502'}  # error: "502"
```
```yaml
paths:
  /orders:
    put: {security: []}
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default: {statusCode: '200'}
```

## References
- keys: resp-status-undeclared
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html
"""

from __future__ import annotations

from specforge.ir import HttpProxy, Invalid, LambdaProxy, Operation, ShortForm
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm | LambdaProxy | HttpProxy):
        return
    declared = {response.status for response in operation.responses}
    for response in integration.responses:
        status = response.status.literal if response.status is not None else None
        if status is None or status in declared:
            continue
        yield Found(
            response.origin.at("statusCode"),
            f"statusCode is {status}, which is no response of {operation}; it must be declared there",
            aws_message="Invalid mapping expression specified: Validation Result: warnings : [], errors : "
            "[No method response exists for method.]",
        )
