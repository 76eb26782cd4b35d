"""Checks that serverNameToVerify stands on an HTTP API.

## Why is this bad?
A REST API does not read it: the name that is verified is the one in the uri.

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
        tlsConfig:
          serverNameToVerify: orders.internal.example.com  # error: "HTTP APIs"
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
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', tlsConfig: {insecureSkipVerification: false}}}}
```

## References
- keys: int-tls-servername-rest
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html
"""

from __future__ import annotations

from specforge.ir import Tls
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Tls, severity=WARNING, since="0.1", kinds=(REST,))
def check(tls: Tls, context: Context) -> Findings:
    if tls.server_name_to_verify is not None:
        message = "serverNameToVerify is for HTTP APIs; a REST API does not read it"
        yield Found(tls.origin.at("serverNameToVerify"), message, on_key=True)
