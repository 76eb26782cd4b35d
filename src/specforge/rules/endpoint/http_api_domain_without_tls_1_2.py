"""Checks that the domain of an HTTP API has the security policy TLS_1_2.

## Why is this bad?
An HTTP API cannot be mapped to a domain with another one; the deployment fails.

## Examples
```yaml config http
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    security-policy: TLS_1_0  # error: "TLS_1_2"
```
```yaml config http
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    security-policy: TLS_1_2
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    security-policy: TLS_1_0
```

## References
- keys: dom-http-regional
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(domain: Domain, context: Context) -> Findings:
    if domain.security_policy not in (None, "TLS_1_2"):
        message = f"the security policy is {domain.security_policy}; for an HTTP API it must be TLS_1_2"
        yield Found(domain.origin.at("security-policy"), message)
