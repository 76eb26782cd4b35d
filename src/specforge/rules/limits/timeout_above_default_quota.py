"""Checks that an integration's timeout is within the default quota.

## Why is this bad?
More than 29 seconds needs a raised quota (L-E5AE38E3) in the account and Region, which Regional and private APIs can
have. Without it the import fails, and AWS's message says 29000 whatever the quota is. Streamed answers need no quota.

## Examples
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001}}}  # error: "the default quota is 29000"
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 900000}}}  # error: "900000"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29000}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001, responseTransferMode: STREAM}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001, responseTransferMode: '${mode}'}}}
  /p3: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 900001}}}
  /p4: {get: {x-amazon-apigateway-integration: {type: http_proxy}}}
```
```yaml set:deploy.endpoint.type=edge
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001}}}
```

## References
- keys: limit-timeout-rest-quota
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import FullIntegration
from specforge.rules.connections import is_streamed
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(REST,), needs="timeoutInMillis")
def check(integration: FullIntegration, context: Context) -> Findings:
    timeout = integration.timeout_ms
    default, longest = limits.REST_INTEGRATION_TIMEOUT_DEFAULT_MS.value, limits.REST_STREAM_TIMEOUT_MAX_MS.value
    if not isinstance(timeout, int) or not default < timeout <= longest or endpoint_type(context.api) == "edge":
        return  # beyond these see integration-timeout-out-of-range
    if is_streamed(integration) is False:
        yield Found(
            integration.origin.at("timeoutInMillis"),
            f"timeoutInMillis is {timeout}; the default quota is {default}",
            aws_message="Timeout should be between 50 ms and 29000 ms",
        )
