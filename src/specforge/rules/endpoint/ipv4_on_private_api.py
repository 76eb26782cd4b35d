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

## References
- keys: ep-ip-private-ipv4
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-ip-address-type.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    configured = api.deployment.endpoint if api.deployment is not None else None
    if configured is None or configured.type != "private":
        return
    at = configured.origin.at("ip-address-type") if configured.ip_address_type == "ipv4" else None
    declared = api.endpoint.ip_address_type if api.endpoint is not None else None
    if api.endpoint is not None and declared is not None and declared.literal == "ipv4":
        at = api.endpoint.origin.at("ipAddressType")
    if at is not None:
        yield Found(
            at,
            "the endpoint is private and its address type ipv4; it must be dualstack",
            aws_message="Only dualstack ipAddressType is supported for Private APIs.",
        )
