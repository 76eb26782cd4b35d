"""Checks that a connectionId stands beside the connection type it belongs to.

## Why is this bad?
Without `connectionType: VPC_LINK` the id has no effect: the backend is called over the internet.

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
        connectionId: abc123  # error: "VPC_LINK"
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
        connectionId: abc123
        connectionType: VPC_LINK
```

## References
- keys: int-connectionid-internet
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1")
def check(integration: FullIntegration, context: Context) -> Findings:
    kind = integration.connection.type
    if integration.connection.id is None or (kind is not None and (kind.literal or "").upper() != "INTERNET"):
        return
    if kind is None and integration.origin.at("connectionType") is not integration.origin:
        return
    if kind is not None and kind.literal is None:
        return
    message = "connectionId is given, but connectionType is not VPC_LINK; the id has no effect"
    yield Found(integration.origin.at("connectionId"), message, on_key=True)
