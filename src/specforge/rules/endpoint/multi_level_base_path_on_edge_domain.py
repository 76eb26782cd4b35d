"""Checks that a base path of several parts is on a domain that can have one.

## Why is this bad?
A base path with a slash needs a mapping of the newer kind, which is for Regional domains with TLS 1.2 only.

## Examples
```yaml config
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: shop/v1  # error: "regional"
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: shop/v1
```
```yaml config
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: v1
```
```yaml config
deploy:
  domain: {name: a.example.com, base-path: a/b, security-policy: TLS_1_0}  # error: "TLS_1_2"
```

## References
- keys: dom-basepath-slash
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(domain: Domain, context: Context) -> Findings:
    edge = endpoint_type(context.api) == "edge"
    if "/" not in (domain.base_path or "").strip("/") or not (edge or domain.security_policy == "TLS_1_0"):
        return
    is_now = "the endpoint is edge" if edge else "the security policy is TLS_1_0"
    wanted = "regional" if edge else "TLS_1_2"
    yield Found(
        domain.origin.at("base-path"),
        f"the base path {domain.base_path} has several parts and {is_now}; it must be {wanted}",
    )
