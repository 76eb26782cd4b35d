"""Checks that the IP address type is one of the two that exist.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
servers:
  - url: /
    x-amazon-apigateway-endpoint-configuration: {ipAddressType: ipv6}  # error: "dualstack"
paths: {}
```
```yaml fixed
servers:
  - url: /
    x-amazon-apigateway-endpoint-configuration: {ipAddressType: ipv4}
paths: {}
```
```yaml http
servers:
  - url: /
    x-amazon-apigateway-endpoint-configuration: {ipAddressType: dualstack}
paths: {}
```
```yaml
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}
paths: {}
```
```yaml
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {ipAddressType: '${type}'}}
paths: {}
```

## References
- keys: ep-ip-value
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-endpoint-configuration.html
"""

from __future__ import annotations

from specforge.document.extensions import IP_ADDRESS_TYPES
from specforge.ir import EndpointConfiguration
from specforge.rules.rule import ERROR, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=EndpointConfiguration, severity=ERROR, stops="gateway", since="0.1")
def check(endpoint: EndpointConfiguration, context: Context) -> Findings:
    at, kind = endpoint.origin.at("ipAddressType"), endpoint.ip_address_type
    yield from unknown_word(at, kind, IP_ADDRESS_TYPES, name="ipAddressType")
