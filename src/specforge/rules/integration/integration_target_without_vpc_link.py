"""Checks that an integrationTarget stands beside a VPC link.

## Why is this bad?
The target says which load balancer a VPC link leads to; without `connectionType: VPC_LINK` it has no effect.

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
        integrationTarget: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188  # error: "VPC_LINK"
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
        integrationTarget: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188
        connectionType: VPC_LINK
        connectionId: abc123
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: !Ref Link, integrationTarget: !Ref Balancer}}}
```

## References
- keys: int-target-without-vpclink
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(REST,), needs="integrationTarget")
def check(integration: FullIntegration, context: Context) -> Findings:
    if integration.connection.target is not None and over_vpc_link(integration) is False:
        message = "integrationTarget is given, but connectionType is not VPC_LINK; it has no effect"
        yield Found(integration.origin.at("integrationTarget"), message, on_key=True)
