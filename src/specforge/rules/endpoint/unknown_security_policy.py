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
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_word

KEY = "x-amazon-apigateway-security-policy"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="security-policy")
def check(api: Api, context: Context) -> Findings:
    domain = api.deployment.domain if api.deployment is not None else None
    name = "the security policy"
    yield from unknown_word(api.origin.at(KEY), api.security_policy, SECURITY_POLICIES, name=name)
    if domain is not None:
        at = domain.origin.at("security-policy")
        yield from unknown_word(at, domain.security_policy, SECURITY_POLICIES, name=name)
