"""Checks that the port of an HTTP backend is one that API Gateway calls.

## Why is this bad?
API Gateway calls the ports 80, 443 and those from 1024 on; every call of another one fails. Backends behind a VPC link
are not judged.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com:1023/v1  # error: "1023"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com:1024/v1
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: http://orders.example.com:80/v1
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://a.example.com:1023', connectionType: VPC_LINK}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://a.example.com'}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http}}}
```

## References
- keys: int-uri-port
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import Http, HttpProxy
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

PORT = re.compile(r"https?://[^/?#:]+:([0-9]{1,6})(?:[/?#]|\Z)", re.IGNORECASE)
STANDARD = (80, 443)
FIRST = 1024


@rule(on=HttpProxy | Http, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: HttpProxy | Http, context: Context) -> Findings:
    found = PORT.match(integration.uri.prefix) if integration.uri is not None else None
    if found is None or integration.connection.type is not None:
        return
    port = int(found[1])
    if port < FIRST and port not in STANDARD:
        yield Found(integration.origin.at("uri"), f"the port is {port}; it must be 80, 443 or at least {FIRST}")
