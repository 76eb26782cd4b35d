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
from specforge.rules.rule import ERROR, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", needs="connectionType")
def check(integration: FullIntegration, context: Context) -> Findings:
    at, kind = integration.origin.at("connectionType"), integration.connection.type
    yield from unknown_word(at, kind, CONNECTION_TYPES, name="connectionType", any_case=True)
