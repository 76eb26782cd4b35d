"""Checks that a domain that was made elsewhere is given no settings here.

## Why is this bad?
Only the mapping of the base path is made; certificate, records and TLS are those of whoever made the domain.

## Examples
```yaml config
deploy:
  domain:
    name: orders.example.com
    existing: true
    base-path: v2
    hosted-zone: Z0123456789ABCDEFGHIJ  # error: "hosted-zone"
    security-policy: TLS_1_2  # error: "security-policy"
```
```yaml config
deploy:
  domain:
    name: orders.example.com
    existing: true
    mutual-tls: {truststore: 's3://trust/store.pem'}  # error: "mutual-tls"
```
```yaml config
deploy:
  domain: {name: orders.example.com, existing: true, base-path: v2}
```
```yaml config
deploy:
  domain: {name: orders.example.com, base-path: v1, hosted-zone: Z0123456789ABCDEFGHIJ}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

SETTINGS = {
    "certificate": "certificate",
    "hosted-zone": "hosted_zone",
    "security-policy": "security_policy",
    "ip-address-type": "ip_address_type",
    "mutual-tls": "truststore",
}


@rule(on=Domain, severity=WARNING, since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    for key, field in SETTINGS.items():
        if domain.existing and getattr(domain, field) is not None:
            yield Found(
                domain.origin.at(key), f"the domain exists already; {key} is left to whoever made it", on_key=True
            )
