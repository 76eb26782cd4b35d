"""Checks that a mock OPTIONS method asks for no credentials.

## Why is this bad?
A browser sends the preflight without credentials; API Gateway answers 401 or 403, and the call never happens.

## Examples
```yaml
components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}, iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}}}
paths:
  /items: {options: {security: [{iam: []}], x-amazon-apigateway-integration: {type: mock}}}  # error: "iam"
  /orders:
    options:
      security: [{key: []}]  # error: "key"
      responses: {'200': {description: preflight}}
      x-amazon-apigateway-integration:
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```
```yaml
components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}, bearer: {type: http, scheme: bearer}}}
paths:
  /items:
    get: {security: [{key: []}], x-amazon-apigateway-integration: {type: mock}}
    options: {security: [{bearer: []}], x-amazon-apigateway-integration: {type: mock}}
  /own: {options: {security: [{key: []}], x-amazon-apigateway-integration: {type: http_proxy, uri: https://orders.example.com}}}
  /orders:
    options:
      security: []
      responses: {'200': {description: preflight}}
      x-amazon-apigateway-integration:
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```

## References
- keys: cors-options-auth
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.guards import is_mock_preflight, schemes_of
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="options")
def check(operation: Operation, context: Context) -> Findings:
    if not is_mock_preflight(operation):
        return
    schemes = schemes_of(operation, context.api).items()
    guards = [name for name, scheme in schemes if scheme.authorizer is not None or scheme.is_api_key]
    if guards:
        at = operation.origin.at("security")
        message = f"{operation} is guarded by {guards[0]}; a preflight carries no credentials, so it must be open"
        yield Found(at, message, on_key=True)
