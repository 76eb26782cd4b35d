"""Checks that an integration that maps answers has integration responses.

## Why is this bad?
Without one API Gateway does not know what to make of the backend's answer: every call is answered 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "responses"
        type: http
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {http: {url: 'https://orders.example.com', proxy: false}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com', responses: {}}}}  # error: "responses"
```

## References
- keys: int-responses-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-responses.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda, Mock
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Lambda | AwsService | Http | Mock, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Lambda | AwsService | Http | Mock, context: Context) -> Findings:
    given = integration.origin.at("responses")
    if integration.responses or (given is not integration.origin and given.value):
        return
    message = f"the {integration.declared_type} integration has no responses; it must have one, such as default"
    yield Found(integration.origin, message, on_key=True)
