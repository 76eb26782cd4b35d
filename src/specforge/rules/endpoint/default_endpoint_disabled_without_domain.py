"""Checks that an API without its default endpoint has a custom domain.

## Why is this bad?
Nobody can call it. A domain that is made elsewhere is not known here: allow the finding then.

## Examples
```yaml config
deploy:
  endpoint: {type: regional, disable-default: true}  # error: "domain"
```
```yaml config
deploy:
  endpoint: {type: regional, disable-default: true}
  domain: {name: orders.example.com, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/a'}
```
```yaml set:deploy.region=eu-west-1
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}  # error: "domain"
paths: {}
```
```yaml
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}
paths: {}
```
```yaml set:deploy.region=eu-west-1
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: false}}
paths: {}
```

## References
- keys: ep-disable-default-no-domain
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import DEPLOY, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", needs=DEPLOY)
def check(api: Api, context: Context) -> Findings:
    deployment = api.deployment
    if deployment is None or deployment.domain is not None:
        return
    places = (
        api.endpoint.origin.at("disableExecuteApiEndpoint") if api.endpoint is not None else None,
        deployment.endpoint.origin.at("disable-default") if deployment.endpoint is not None else None,
    )
    for at in (place for place in places if place is not None and place.value is True):
        yield Found(at, "the default endpoint is disabled and there is no deploy.domain; nobody can call the API")
