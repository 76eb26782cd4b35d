"""Checks that a private API is reached by both kinds of addresses.

## Why is this bad?
A private API takes dualstack alone; the deployment fails.

## Examples
```yaml config
deploy:
  endpoint: {type: private, ip-address-type: ipv4}  # error: "dualstack"
```
```yaml config
deploy:
  endpoint: {type: private, ip-address-type: dualstack}
```
```yaml config
deploy:
  endpoint: {type: regional, ip-address-type: ipv4}
```
```yaml set:deploy.endpoint.type=private
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {ipAddressType: ipv4}}  # error: "dualstack"
paths: {}
```
```yaml set:deploy.endpoint.type=private
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {ipAddressType: dualstack}}
paths: {}
```

## References
- keys: ep-ip-private-ipv4
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-ip-address-type.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="ipAddressType")
def check(api: Api, context: Context) -> Findings:
    configured = api.deployment.endpoint if api.deployment is not None else None
    places = (
        configured.origin.at("ip-address-type") if configured is not None else None,
        api.endpoint.origin.at("ipAddressType") if api.endpoint is not None else None,
    )
    for at in (place for place in places if place is not None and place.value == "ipv4"):
        if endpoint_type(api) != "private":
            return
        yield Found(
            at,
            "the endpoint is private and its address type ipv4; it must be dualstack",
            aws_message="Only dualstack ipAddressType is supported for Private APIs.",
        )
