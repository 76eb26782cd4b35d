"""Checks that mutual TLS cannot be passed by.

## Why is this bad?
Mutual TLS is a matter of the domain: by the default endpoint of the API anybody gets in without a certificate. Without
a word about it specforge disables the default endpoint.

## Examples
```yaml config
deploy:
  endpoint: {type: regional, disable-default: false}  # error: "default endpoint"
  domain: {name: orders.example.com, mutual-tls: {truststore: 's3://shop/truststore.pem'}}
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    mutual-tls: {truststore: 's3://shop/truststore.pem'}
```

## References
- keys: dom-mtls-default-endpoint
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Domain, severity=WARNING, since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    api, deployment = context.api, context.api.deployment
    if domain.truststore is None or deployment is None:
        return
    at = None
    if api.endpoint is not None and api.endpoint.disable_execute_api_endpoint is not None:
        if api.endpoint.disable_execute_api_endpoint is False:
            at = api.endpoint.origin.at("disableExecuteApiEndpoint")
    elif deployment.endpoint is not None and deployment.endpoint.disable_default is False:
        at = deployment.endpoint.origin.at("disable-default")
    if at is not None:
        yield Found(at, "the domain asks for client certificates, but the default endpoint is open and asks for none")
