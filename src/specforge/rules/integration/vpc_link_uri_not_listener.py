"""Checks that an HTTP API reaches a VPC link by a listener or a Cloud Map service.

## Why is this bad?
Neither the address nor the ARN of the load balancer itself will do; the import fails.

## Examples
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: VPC_LINK, connectionId: abc123}}}  # error: "listener"
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://${stageVariables.host}/v1', connectionType: VPC_LINK, connectionId: abc123}}}  # error: "listener"
  /p2: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc', connectionType: VPC_LINK, connectionId: abc123}}}  # error: "listener"
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/orders/50dc/f2f7', connectionType: VPC_LINK, connectionId: abc123}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-id?stage=prod', connectionType: VPC_LINK, connectionId: abc123}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: !Ref Listener, connectionType: VPC_LINK, connectionId: abc123}}}
  /p3: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, connectionType: VPC_LINK, connectionId: abc123}}}
  /p4: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-vpclink-http-uri
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
"""

from __future__ import annotations

import re

from specforge.ir import HttpProxy
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

REACHED = re.compile(r"arn:[^:]*:(elasticloadbalancing:[^:]*:[^:]*:listener/|servicediscovery:[^:]*:[^:]*:service/).+")
WANTED = "the ARN of a load balancer's listener or of a Cloud Map service"


@rule(on=HttpProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: HttpProxy, context: Context) -> Findings:
    uri = integration.uri
    if uri is None or not over_vpc_link(integration):
        return
    if uri.startswith("arn:") is False or uri.matches(REACHED) is False:
        yield Found(
            integration.origin.at("uri"),
            f"uri is {uri}; it must be {WANTED}",
            aws_message="For VpcLink VPC_LINK, integration uri should be a valid ELB listener ARN or a valid Cloud "
            "Map service ARN.",
        )
