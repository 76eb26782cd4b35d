"""Checks that a preflight says which origin, methods and headers are allowed.

## Why is this bad?
A browser that misses one of the three answers does not send the call.

## Examples
```yaml
paths:
  /orders:
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:  # error: "Access-Control-Allow-Headers"
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
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
    get: &alone {x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}}}}
    options: {x-amazon-apigateway-integration: {type: mock}}
  /parcels: {options: {x-amazon-apigateway-integration: {type: http, responses: {default: {responseParameters: {method.response.header.Access-Control-Allow-Origin: x}}}}}}
```

## References
- keys: cors-missing-header
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Mock, Operation
from specforge.rules.cors_headers import cors_headers
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

WANTED = ("Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers")


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(operation: Operation, context: Context) -> Findings:
    if operation.method != "OPTIONS" or not isinstance(operation.integration, Mock):
        return
    headers = cors_headers(operation)
    missing = [name for name in WANTED if name.lower() not in headers]
    if headers and missing:
        holder = next(iter(headers.values())).origin.parent
        message = f"{operation} does not answer {' and '.join(missing)}; a preflight must"
        yield Found(holder or operation.origin, message, on_key=True)
