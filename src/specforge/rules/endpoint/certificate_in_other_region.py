"""Checks that the certificate of the domain is in the Region where it is needed.

## Why is this bad?
An edge domain takes its certificate from us-east-1, a Regional one from its own Region; the deployment fails.

## Examples
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/6c1d2f34'}  # error: "eu-west-1"
```
```yaml config
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/6c1d2f34'}  # error: "us-east-1"
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/6c1d2f34'}
```
```yaml config
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/6c1d2f34'}
```
```yaml config http
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/6c1d2f34'}  # error: "eu-west-1"
```
```yaml config
deploy:
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/6c1d2f34'}
```
```yaml config
deploy:
  region: eu-west-1
  domain: {name: orders.example.com}
```

## References
- keys: dom-cert-region
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains-prerequisites.html
"""

from __future__ import annotations

import re

from specforge.ir import Domain, Kind
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

REGION = re.compile(r"arn:[^:]*:(?:acm|iam):([a-z0-9-]+):")
EDGE = "us-east-1"


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    deployment = context.api.deployment
    found = REGION.match(domain.certificate.prefix) if domain.certificate is not None else None
    edge = endpoint_type(context.api) == "edge" and context.api.kind is Kind.REST
    wanted = EDGE if edge else deployment.region if deployment is not None else None
    if found is not None and wanted is not None and found[1] != wanted:
        message = (
            f"the certificate is in {found[1]}; that of {'an edge' if edge else 'this'} domain must be in {wanted}"
        )
        yield Found(domain.origin.at("certificate"), message)
