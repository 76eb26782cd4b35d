"""Checks that connectionType is one of the two that exist.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        connectionType: VPC-LINK  # error: "VPC_LINK"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        connectionType: VPC_LINK
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
        connectionType: INTERNET
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: !Ref Link}}}
```

## References
- keys: int-connectiontype-invalid
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.document.extensions import CONNECTION_TYPES
from specforge.ir import FullIntegration
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", needs="connectionType")
def check(integration: FullIntegration, context: Context) -> Findings:
    kind = integration.connection.type
    if kind is not None and kind.literal is not None and kind.literal.upper() not in CONNECTION_TYPES:
        message = f"connectionType is {kind}; it must be {' or '.join(CONNECTION_TYPES)}"
        at = integration.origin.at("connectionType")
        yield Found(at, message, fix=respelling(at, kind.literal, CONNECTION_TYPES, any_case=True))
