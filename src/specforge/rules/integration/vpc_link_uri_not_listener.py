"""Checks that an HTTP API reaches a VPC link by a listener or a Cloud Map service.

## Why is this bad?
Neither the address nor the ARN of the load balancer itself will do; the import fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.internal.example.com  # error: "listener"
        payloadFormatVersion: '1.0'
        connectionType: VPC_LINK
        connectionId: abc123
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/orders/50dc6c495c0c9188/f2f7dc8efc522ab2
        payloadFormatVersion: '1.0'
        connectionType: VPC_LINK
        connectionId: abc123
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-id?stage=prod
        payloadFormatVersion: '1.0'
        connectionType: VPC_LINK
        connectionId: abc123
```

## References
- keys: int-vpclink-http-uri
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
"""

from __future__ import annotations

import re

from specforge.ir import HttpProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

REACHED = re.compile(r"arn:[^:]*:(elasticloadbalancing:[^:]*:[^:]*:listener/|servicediscovery:[^:]*:[^:]*:service/).+")
URLS = ("http://", "https://")
WANTED = "the ARN of a load balancer's listener or of a Cloud Map service"


@rule(on=HttpProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: HttpProxy, context: Context) -> Findings:
    kind, uri = integration.connection.type, integration.uri
    if kind is None or (kind.literal or "").upper() != "VPC_LINK" or uri is None:
        return
    if uri.prefix.startswith(URLS) or (uri.literal is not None and not REACHED.match(uri.literal)):
        yield Found(
            integration.origin.at("uri"),
            f"uri is {uri}; it must be {WANTED}",
            aws_message="For VpcLink VPC_LINK, integration uri should be a valid ELB listener ARN or a valid Cloud "
            "Map service ARN.",
        )
