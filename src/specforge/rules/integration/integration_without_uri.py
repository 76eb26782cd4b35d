"""Checks that an integration with a backend names it.

## Why is this bad?
There is nothing that API Gateway could call; the import fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "uri"
        type: http
        httpMethod: GET
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
  /p0: {get: {x-amazon-apigateway-integration: {type: mock}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, uri: {}}}}
```

## References
- keys: int-uri-missing
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration, Mock, ServiceProxy
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1")
def check(integration: FullIntegration, context: Context) -> Findings:
    absent = integration.uri is None and integration.origin.at("uri") is integration.origin
    if absent and not isinstance(integration, Mock | ServiceProxy):
        message = f"the {integration.declared_type} integration has no uri; it must have one"
        yield Found(integration.origin, message, on_key=True)
