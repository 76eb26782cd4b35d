"""Tells that a preflight is answered by a backend.

## Why is this bad?
API Gateway can answer it by itself, with a mock integration: quicker, and no function is paid for.

## Examples
```yaml
paths:
  /orders:
    options:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: OPTIONS, uri: https://orders.example.com}  # error: "mock"
```
```yaml
paths:
  /orders:
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
  /items:
    get: {x-amazon-apigateway-integration: {type: http_proxy}}
    options: {responses: {'200': {description: ok}}}
```

## References
- keys: cors-options-not-mock
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Mock, Operation, ShortForm
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=INFO, since="0.1", kinds=(REST,), needs="options")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if operation.method != "OPTIONS" or integration is None or isinstance(integration, Mock | Invalid | ShortForm):
        return
    message = f"{operation} is answered by {integration.declared_type}; a mock integration needs no backend"
    yield Found(integration.origin, message, on_key=True)
