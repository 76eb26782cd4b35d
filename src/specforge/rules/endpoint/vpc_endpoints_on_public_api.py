"""Checks that only a private API names VPC endpoints.

## Why is this bad?
The import, or the deployment, fails.

## Examples
```yaml config
deploy:
  endpoint: {type: regional, vpc-endpoints: [vpce-0123456789abcdef0]}  # error: "private"
```
```yaml config
deploy:
  endpoint: {vpc-endpoints: [vpce-0123456789abcdef0]}  # error: "no type"
```
```yaml config
deploy:
  endpoint: {type: private, vpc-endpoints: [vpce-0123456789abcdef0]}
  policy: {Version: '2012-10-17', Statement: []}
```
```yaml set:deploy.endpoint.type=edge
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {vpcEndpointIds: [vpce-0123456789abcdef0]}}  # error: "private"
paths: {}
```
```yaml set:deploy.endpoint.type=edge
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: false}}
paths: {}
```
```yaml
servers:
  - {url: /, x-amazon-apigateway-endpoint-configuration: {vpcEndpointIds: [vpce-0123456789abcdef0]}}
paths: {}
```

## References
- keys: ep-vpce-nonprivate
- https://docs.aws.amazon.com/apigateway/latest/developerguide/associate-private-api-with-vpc-endpoint.html
"""

from __future__ import annotations

from specforge.diagnostics import Origin
from specforge.ir import Api
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="vpcEndpointIds")
def check(api: Api, context: Context) -> Findings:
    kind = endpoint_type(api)
    configured = api.deployment.endpoint if api.deployment is not None else None
    if configured is not None and configured.vpc_endpoints and kind != "private":
        yield _found(configured.origin.at("vpc-endpoints"), kind)
    if api.endpoint is not None and api.endpoint.vpc_endpoint_ids and kind in ("edge", "regional"):
        yield _found(api.endpoint.origin.at("vpcEndpointIds"), kind)


def _found(at: Origin, kind: str | None) -> Found:
    is_now = f"the endpoint is {kind}" if kind is not None else "the endpoint has no type"
    return Found(
        at,
        f"VPC endpoints are given and {is_now}; it must be private",
        on_key=True,
        aws_message="VPCEndpoints can only be specified with PRIVATE apis.",
    )
