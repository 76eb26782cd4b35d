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
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: !Ref Link, connectionId: abc123}}}
```

## References
- keys: int-connectionid-internet
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", needs="connectionId")
def check(integration: FullIntegration, context: Context) -> Findings:
    if integration.connection.id is not None and over_vpc_link(integration) is False:
        message = "connectionId is given, but connectionType is not VPC_LINK; the id has no effect"
        yield Found(integration.origin.at("connectionId"), message, on_key=True)
