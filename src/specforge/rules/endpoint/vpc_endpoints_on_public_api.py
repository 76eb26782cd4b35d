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
  endpoint: {type: private, vpc-endpoints: [vpce-0123456789abcdef0]}
  policy: {Version: '2012-10-17', Statement: []}
```

## References
- keys: ep-vpce-nonprivate
- https://docs.aws.amazon.com/apigateway/latest/developerguide/associate-private-api-with-vpc-endpoint.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    configured = api.deployment.endpoint if api.deployment is not None else None
    if configured is None or configured.type not in ("edge", "regional"):
        return
    at = configured.origin.at("vpc-endpoints") if configured.vpc_endpoints else None
    if at is None and api.endpoint is not None and api.endpoint.vpc_endpoint_ids:
        at = api.endpoint.origin.at("vpcEndpointIds")
    if at is not None:
        yield Found(
            at,
            f"VPC endpoints are given and the endpoint is {configured.type}; it must be private",
            on_key=True,
            aws_message="VPCEndpoints can only be specified with PRIVATE apis.",
        )
