"""Checks that the truststore of mutual TLS is named by its place in S3.

## Why is this bad?
API Gateway reads the certificates from S3; the deployment of the domain fails.

## Examples
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: truststore.pem}  # error: "s3://"
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
  domain: {name: a.example.com}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    if domain.truststore is not None and domain.truststore.startswith("s3://") is False:
        at = domain.origin.at("mutual-tls", "truststore")
        yield Found(at, f"the truststore is {domain.truststore}; it must start with s3://")
