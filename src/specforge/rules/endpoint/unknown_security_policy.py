"""Checks that a security policy is one that API Gateway has.

## Why is this bad?
The import, or the deployment of the domain, fails.

## Examples
```yaml
x-amazon-apigateway-security-policy: tls_1_2  # error: "tls_1_2"
paths: {}
```
```yaml fixed
x-amazon-apigateway-security-policy: TLS_1_2
paths: {}
```
```yaml config
deploy:
  domain: {name: a.example.com, security-policy: TLS_1_1}  # error: "TLS_1_1"
```
```yaml config
deploy:
  domain: {name: a.example.com}
```

## References
- keys: ep-secpolicy-value
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.document.extensions import SECURITY_POLICIES
from specforge.ir import Api
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.spelling import did_you_mean

KEY = "x-amazon-apigateway-security-policy"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="security-policy")
def check(api: Api, context: Context) -> Findings:
    domain = api.deployment.domain if api.deployment is not None else None
    given = [(api.security_policy.literal, api.origin.at(KEY))] if api.security_policy is not None else []
    if domain is not None:
        given.append((domain.security_policy, domain.origin.at("security-policy")))
    for policy, at in given:
        if policy is not None and policy not in SECURITY_POLICIES:
            hint = did_you_mean(policy, SECURITY_POLICIES)
            message = f"the security policy is {policy}, which API Gateway does not have{hint}"
            yield Found(at, message, fix=respelling(at, policy, SECURITY_POLICIES))
