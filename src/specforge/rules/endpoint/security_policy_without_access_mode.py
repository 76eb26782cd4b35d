"""Checks that a policy of the newer kind comes with an endpoint access mode.

## Why is this bad?
API Gateway takes a `SecurityPolicy_...` only with `x-amazon-apigateway-endpoint-access-mode`; the import fails.

## Examples
```yaml
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09  # error: "access-mode"
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09
x-amazon-apigateway-endpoint-access-mode: STRICT
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: TLS_1_2
paths: {}
```

## References
- keys: ep-secpolicy-accessmode
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

POLICY, MODE = "x-amazon-apigateway-security-policy", "x-amazon-apigateway-endpoint-access-mode"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="security-policy")
def check(api: Api, context: Context) -> Findings:
    policy = api.security_policy
    if policy is not None and policy.prefix.startswith("SecurityPolicy_") and api.origin.at(MODE) is api.origin:
        message = f"the security policy is {policy}; it must stand with {MODE}"
        yield Found(api.origin.at(POLICY), message)
