"""Checks that an endpoint access mode comes with a policy of the newer kind.

## Why is this bad?
The access mode is for `SecurityPolicy_...` alone: with TLS_1_0, TLS_1_2 or no policy the import fails.

## Examples
```yaml
x-amazon-apigateway-security-policy: TLS_1_2
x-amazon-apigateway-endpoint-access-mode: BASIC  # error: "SecurityPolicy_"
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09
x-amazon-apigateway-endpoint-access-mode: BASIC
paths: {}
```
```yaml
x-amazon-apigateway-endpoint-access-mode: BASIC  # error: "there is no security policy"
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: TLS_1_2
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: [TLS_1_2]
x-amazon-apigateway-endpoint-access-mode: BASIC
paths: {}
```

## References
- keys: ep-accessmode-legacy
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.document.extensions import SECURITY_POLICIES_LEGACY
from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

POLICY, MODE = "x-amazon-apigateway-security-policy", "x-amazon-apigateway-endpoint-access-mode"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="endpoint-access-mode")
def check(api: Api, context: Context) -> Findings:
    policy = api.security_policy
    absent = api.origin.at(POLICY) is api.origin
    legacy = policy is not None and policy.literal in SECURITY_POLICIES_LEGACY
    if api.endpoint_access_mode is not None and (absent or legacy):
        is_now = "there is no security policy" if absent else f"the security policy is {policy}"
        yield Found(api.origin.at(MODE), f"{is_now}; an endpoint access mode needs a SecurityPolicy_...", on_key=True)
