"""Checks that an HTTP API has no more integrations than AWS allows.

## Why is this bad?
The import fails, and AWS does not raise this quota. Operations that call the same backend can share one integration by
a `$ref` to `components.x-amazon-apigateway-integrations`.

## Examples
```yaml http
x-integration: &integration
  {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: '1.0'}
paths:  # error: "at most 300"
  /orders<n>: {get: {responses: {}, x-amazon-apigateway-integration: *integration}}  # times 301
```
```yaml http
x-integration: &integration
  {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: '1.0'}
paths:
  /orders<n>: {get: {responses: {}, x-amazon-apigateway-integration: *integration}}  # times 300
```
```yaml http
paths:
  /orders<n>: {get: {x-amazon-apigateway-integration: {$ref: '#/components/x-amazon-apigateway-integrations/orders'}}}  # times 301
components:
  x-amazon-apigateway-integrations:
    orders: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: '1.0'}
```
```yaml http
paths:
  /p<n>: {get: {responses: {}}}  # times 301
```

## References
- keys: limit-integrations
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integrations.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api, IntegrationSettings
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(api: Api, context: Context) -> Findings:
    own = {
        (operation.method, operation.path)
        for operation in api.operations
        if isinstance(operation.integration, IntegrationSettings) and operation.integration.shared_name is None
    }
    count = len(own) + len(api.shared_integrations)
    most = limits.HTTP_INTEGRATIONS.value
    if count > most:
        message = f"the API has {count} integrations; it can have at most {most}"
        yield Found(api.origin.at("paths"), message, on_key=True)
