"""Checks that a domain with mutual TLS is a Regional one.

## Why is this bad?
API Gateway has mutual TLS on Regional domains alone.

## Examples
```yaml config
deploy:
  endpoint: {type: edge}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: 's3://shop/truststore.pem'}  # error: "regional"
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
  endpoint: {type: edge}
  domain: {name: a.example.com}
```

## References
- keys: dom-mtls-tls12
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(domain: Domain, context: Context) -> Findings:
    if domain.truststore is not None and endpoint_type(context.api) == "edge":
        message = "the domain has mutual TLS and the endpoint is edge; it must be regional"
        yield Found(domain.origin.at("mutual-tls"), message, on_key=True)
