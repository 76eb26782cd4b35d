"""Checks that serverNameToVerify stands beside a VPC link.

## Why is this bad?
API Gateway reads it on private integrations alone; elsewhere the name in the uri is verified.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
        tlsConfig:
          serverNameToVerify: orders.internal.example.com  # error: "VPC_LINK"
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
        tlsConfig:
          serverNameToVerify: orders.internal.example.com
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', tlsConfig: {insecureSkipVerification: false}}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: !Ref Link, tlsConfig: {serverNameToVerify: a.example.com}}}}
```

## References
- keys: int-tls-servername-public
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: FullIntegration, context: Context) -> Findings:
    tls = integration.tls
    if tls is not None and tls.server_name_to_verify is not None and over_vpc_link(integration) is False:
        message = "serverNameToVerify is given, but connectionType is not VPC_LINK; it is not read"
        yield Found(tls.origin.at("serverNameToVerify"), message, on_key=True)
