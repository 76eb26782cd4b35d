"""Checks that an integration over a VPC link says over which.

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
        uri: https://orders.internal.example.com
        connectionType: VPC_LINK  # error: "connectionId"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.internal.example.com
        connectionType: VPC_LINK
        connectionId: abc123
```
```yaml
paths:
  /p1: {get: {x-amazon-apigateway-integration: {type: mock, connectionType: VPC_LINK}}}  # vpc-link-on-other-type
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-vpclink-no-id
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-api-with-vpclink-cli.html
"""

from __future__ import annotations

from specforge.ir import Http, HttpProxy, Kind
from specforge.rules.connections import lacks, over_vpc_link
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

AWS_SAYS = {
    Kind.REST: "ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK",
    Kind.HTTP: "ConnectionId must be set to vpcLinkId for ConnectionType VPC_LINK",
}


@rule(on=Http | HttpProxy, severity=ERROR, stops="gateway", since="0.1", needs="connectionType")
def check(integration: Http | HttpProxy, context: Context) -> Findings:
    if over_vpc_link(integration) and lacks(integration.origin, "connectionId"):
        yield Found(
            integration.origin.at("connectionType"),
            "connectionType is VPC_LINK without a connectionId; it must have one",
            aws_message=AWS_SAYS.get(context.api.kind),
        )
