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

## References
- keys: ep-secpolicy-endpoint
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.document.extensions import SECURITY_POLICIES_EDGE, SECURITY_POLICIES_REGIONAL
from specforge.ir import Api
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

KEY = "x-amazon-apigateway-security-policy"


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    deployment = api.deployment
    kind = deployment.endpoint.type if deployment is not None and deployment.endpoint is not None else None
    given = [(api.security_policy.literal, api.origin.at(KEY))] if api.security_policy is not None else []
    if deployment is not None and deployment.domain is not None:
        domain = deployment.domain
        given.append((domain.security_policy, domain.origin.at("security-policy")))
    others = SECURITY_POLICIES_REGIONAL if kind == "edge" else SECURITY_POLICIES_EDGE
    for policy, at in given if kind is not None else ():
        if policy in others:
            meant = "regional and private endpoints" if kind == "edge" else "edge endpoints"
            yield Found(at, f"{policy} is for {meant}; this one is {kind}")
