"""Checks that a domain with mutual TLS has the security policy TLS_1_2.

## Why is this bad?
The deployment of the domain fails.

## Examples
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: 's3://shop/truststore.pem'}
    security-policy: TLS_1_0  # error: "TLS_1_2"
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: 's3://shop/truststore.pem'}
    security-policy: TLS_1_2
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: 's3://shop/truststore.pem'}
```
```yaml config
deploy:
  domain: {name: a.example.com, security-policy: TLS_1_0}
```

## References
- keys: dom-mtls-tls12
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(domain: Domain, context: Context) -> Findings:
    if domain.truststore is not None and domain.security_policy == "TLS_1_0":
        yield Found(
            domain.origin.at("security-policy"),
            "the domain has mutual TLS and the security policy TLS_1_0; it must be TLS_1_2",
            aws_message="Mutual TLS authentication is only supported with TLS 1.2.",
        )
