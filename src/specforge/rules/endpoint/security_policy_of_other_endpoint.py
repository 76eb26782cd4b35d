"""Checks that a security policy is one for the endpoint's type.

## Why is this bad?
Newer policies are listed for edge endpoints and for Regional and private ones. That they cannot be exchanged is taken
from their names and unconfirmed.

## Examples
```yaml config
deploy:
  endpoint: {type: regional}
  domain: {name: orders.example.com, security-policy: SecurityPolicy_TLS13_2025_EDGE}  # error: "edge"
```
```yaml config
deploy:
  endpoint: {type: edge}
  domain: {name: orders.example.com, security-policy: SecurityPolicy_TLS13_1_3_2025_09}  # error: "regional"
```
```yaml config
deploy:
  endpoint: {type: regional}
  domain: {name: orders.example.com, security-policy: SecurityPolicy_TLS13_1_3_2025_09}
```
```yaml config
deploy:
  endpoint: {type: edge}
  domain: {name: orders.example.com, security-policy: SecurityPolicy_TLS13_2025_EDGE}
```
```yaml set:deploy.endpoint.type=private
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_2025_EDGE  # error: "edge"
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_2025_EDGE
paths: {}
```

## References
- keys: ep-secpolicy-endpoint
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.document.extensions import SECURITY_POLICIES_EDGE, SECURITY_POLICIES_REGIONAL
from specforge.ir import Api
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

KEY = "x-amazon-apigateway-security-policy"


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="security-policy")
def check(api: Api, context: Context) -> Findings:
    kind = endpoint_type(api)
    domain = api.deployment.domain if api.deployment is not None else None
    given = [api.origin.at(KEY)] + ([domain.origin.at("security-policy")] if domain is not None else [])
    others = SECURITY_POLICIES_REGIONAL if kind == "edge" else SECURITY_POLICIES_EDGE
    for policy in given if kind is not None else ():
        if policy.value in others:
            meant = "regional and private endpoints" if kind == "edge" else "edge endpoints"
            yield Found(policy, f"{policy.value} is for {meant}; this one is {kind}")
