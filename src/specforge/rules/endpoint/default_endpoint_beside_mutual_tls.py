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
```yaml set:deploy.domain.name=a.example.com set:deploy.domain.mutual-tls.truststore=s3://a/b.pem set:deploy.endpoint.disable-default=true
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: false}}  # error: "default endpoint"
paths: {}
```
```yaml set:deploy.domain.name=a.example.com set:deploy.domain.mutual-tls.truststore=s3://a/b.pem set:deploy.endpoint.disable-default=false
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}
paths: {}
```
```yaml set:deploy.domain.name=a.example.com
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: false}}
paths: {}
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
    api = context.api
    configured = api.deployment.endpoint if api.deployment is not None else None
    places = (
        api.endpoint.origin.at("disableExecuteApiEndpoint") if api.endpoint is not None else None,
        configured.origin.at("disable-default") if configured is not None else None,
    )
    said = [place for place in places if place is not None and not isinstance(place.value, dict)]
    at = said[0] if said else None
    if domain.truststore is not None and at is not None and at.value is False:
        yield Found(at, "the domain asks for client certificates, but the default endpoint is open and asks for none")
