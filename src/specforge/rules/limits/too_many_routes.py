"""Checks that an HTTP API has no more routes than the default quota allows.

## Why is this bad?
The import fails beyond the quota of the account. AWS raises it on request.

## Examples
```yaml http
x-integration: &integration
  {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: '1.0'}
paths:  # error: "the default quota is 300"
  /orders<n>: {get: {responses: {}, x-amazon-apigateway-integration: *integration}}  # times 301
```
```yaml http
x-integration: &integration
  {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: '1.0'}
paths:
  /orders<n>: {get: {responses: {}, x-amazon-apigateway-integration: *integration}}  # times 300
```

## References
- keys: limit-routes
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(api: Api, context: Context) -> Findings:
    count = len({(operation.method, operation.path) for operation in api.operations})
    most = limits.HTTP_ROUTES.value
    if count > most:
        message = f"the API has {count} routes; the default quota is {most}"
        yield Found(api.origin.at("paths"), message, on_key=True)
