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

## References
- keys: ep-disable-default-no-domain
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1")
def check(api: Api, context: Context) -> Findings:
    deployment = api.deployment
    if deployment is None or deployment.domain is not None or not (deployment.stages or deployment.endpoint):
        return
    at = None
    if api.endpoint is not None and api.endpoint.disable_execute_api_endpoint is True:
        at = api.endpoint.origin.at("disableExecuteApiEndpoint")
    elif deployment.endpoint is not None and deployment.endpoint.disable_default is True:
        at = deployment.endpoint.origin.at("disable-default")
    if at is not None:
        yield Found(at, "the default endpoint is disabled and there is no deploy.domain; nobody can call the API")
