"""Checks that the API does not accept TLS 1.0.

## Why is this bad?
TLS 1.0 and 1.1 are broken. A Regional or edge API takes them unless it has another security policy; so say TLS_1_2.
Where the default endpoint is disabled, only the domain's policy counts, which is TLS_1_2 by default.

## Examples
```yaml
x-amazon-apigateway-security-policy: TLS_1_0  # error: "TLS 1.0"
paths: {}
```
```yaml
x-amazon-apigateway-security-policy: TLS_1_2
paths: {}
```
```yaml config
deploy:
  endpoint: {type: regional}  # error: "TLS 1.0"
```
```yaml config
deploy:
  endpoint: {type: private}
```
```yaml config
deploy:
  domain: {name: a.example.com, security-policy: TLS_1_0}  # error: "domain"
```
```yaml config
deploy:
  endpoint: {type: edge, disable-default: true}
  domain: {name: a.example.com, security-policy: TLS_1_2}
```
```yaml config
deploy:
  domain: {name: a.example.com, security-policy: TLS_1_0, mutual-tls: {truststore: 's3://a/b.pem'}}
```
```yaml set:deploy.endpoint.type=regional
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}
paths: {}
```

## References
- keys: ep-tls10
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
"""

from __future__ import annotations

from specforge.ir import Api, Endpoint
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

KEY = "x-amazon-apigateway-security-policy"


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="TLS_1_0")
def check(api: Api, context: Context) -> Findings:
    endpoint = api.deployment.endpoint if api.deployment is not None else None
    domain = api.deployment.domain if api.deployment is not None else None
    given = api.origin.at(KEY)
    if given is not api.origin:
        if given.value == "TLS_1_0":
            yield Found(given, "the security policy is TLS_1_0, which accepts TLS 1.0; it must be TLS_1_2 or newer")
    elif endpoint is not None and endpoint.type in ("edge", "regional") and not _is_closed(api, endpoint):
        message = f"the endpoint is {endpoint.type} and accepts TLS 1.0; the document must have {KEY}: TLS_1_2"
        yield Found(endpoint.origin.at("type"), message)
    if domain is not None and domain.security_policy == "TLS_1_0" and domain.truststore is None:
        yield Found(domain.origin.at("security-policy"), "the domain accepts TLS 1.0; it must be TLS_1_2 or newer")


def _is_closed(api: Api, endpoint: Endpoint) -> bool:
    """Tells whether the default endpoint is disabled, or may be."""
    declared = api.endpoint.disable_execute_api_endpoint if api.endpoint is not None else None
    return bool(endpoint.disable_default) or declared not in (None, False)
