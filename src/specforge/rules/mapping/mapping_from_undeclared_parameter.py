"""Checks that a request mapping takes its value from a parameter that the operation declares.

## Why is this bad?
The import of the API fails. Path variables are declared by the path itself; query parameters and headers must be
listed under `parameters`.

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
        requestParameters:
          integration.request.querystring.s: method.request.querystring.status  # error: "status"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.querystring.s: method.request.querystring.status
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.header.x: "'1'", integration.request.header.y: !Ref Value}}}}
  /q0/{id}: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.header.x: method.request.path.id}}}}
  /plain: {get: {responses: {}}}
  /short: {get: {x-specforge-integration: {dynamodb: {}}}}
```

## References
- keys: map-source-undeclared
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Operation, ShortForm
from specforge.rules.request_parameters import find_undeclared
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="method.request")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm):
        return
    for mapping in integration.request_parameters:
        if location := find_undeclared(mapping.value, operation):
            yield Found(
                mapping.origin,
                f"{mapping.value} is no {location} parameter of {operation}; it must be declared there",
                aws_message="Invalid mapping expression specified: Validation Result: warnings : [], errors : "
                f"[Invalid mapping expression parameter specified: {mapping.value}]",
            )
