"""Checks that the status of an integration response is a response of the operation.

## Why is this bad?
The import takes it, as AWS's own samples show, but a method can only answer what it declares: the caller gets 500.
Where the operation has no responses at all and headers are mapped, the import fails: mapped-header-undeclared.

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
        responses: {default: {statusCode: '200'}, '5..': {statusCode: '20'}, '4..': {statusCode: !Ref Status}}
```
```yaml
paths:
  /orders:
    options:
      x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200'}}}  # error: "200"
```
```yaml
paths: {/orders: {get: {responses: {2xx: {description: ok}}, x-amazon-apigateway-integration: {type: http, responses: {default: {statusCode: '202'}}}}}}
```
```yaml as-is
paths:
  /orders:
    get: {responses: {2XX: {description: ok}}, x-amazon-apigateway-integration: {type: http, responses: {default: {statusCode: '202'}}}}  # error: "202"
```

## References
- keys: resp-status-undeclared
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-validation-sample-api-swagger.html
"""

from __future__ import annotations

from specforge.ir import HttpProxy, Invalid, LambdaProxy, Operation, ShortForm
from specforge.rules.patterns import STATUS
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm | LambdaProxy | HttpProxy):
        return
    declared = {response.status.upper() for response in operation.responses}
    for response in integration.responses:
        status = response.status.literal if response.status is not None else None
        if status is None or not STATUS.fullmatch(status) or status in declared:
            continue
        if not declared and response.parameters:
            continue  # mapped-header-undeclared
        if f"{status[0]}XX" in declared and not context.as_is:
            continue  # wildcard-response-rewritten: the import document has that status instead
        yield Found(
            response.origin.at("statusCode"),
            f"statusCode is {status}, which is no response of {operation}; it must be declared there",
            aws_message="Execution failed due to configuration error: Output mapping refers to an invalid method "
            f"response: {status}",
        )
