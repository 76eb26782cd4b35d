"""Checks that a value mapped to the path has a place in the URI.

## Why is this bad?
A mapping to `integration.request.path.id` fills `{id}` of the URI in; without such a place the value goes nowhere.

## Examples
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.path.id: method.request.path.id  # error: "{id}"
```
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com/{id}
        requestParameters: {integration.request.path.id: method.request.path.id}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com/{id+}', requestParameters: {integration.request.path.id: "'1'"}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: '${host}/https://orders.example.com', requestParameters: {integration.request.path.id: "'1'"}}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http, requestParameters: {integration.request.path.id: "'1'"}}}}
  /p3: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com', requestParameters: {integration.request.header.id: "'1'"}}}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://${stageVariables.host}', requestParameters: {integration.request.path.id: "'1'"}}}}  # error: "{id}"
```

## References
- keys: int-path-mapping-unused
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, HttpProxy
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

TARGET = "integration.request.path."


@rule(on=HttpProxy | Http | AwsService, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: HttpProxy | Http | AwsService, context: Context) -> Findings:
    uri = integration.uri
    if uri is None or any(part.tool != "stage" for part in uri.deferred):
        return
    for mapping in integration.request_parameters:
        name = mapping.target.removeprefix(TARGET)
        if name != mapping.target and f"{{{name}}}" not in str(uri) and f"{{{name}+}}" not in str(uri):
            message = f"the value is mapped to {mapping.target}, but the uri has no {{{name}}}"
            yield Found(mapping.origin, message, on_key=True)
