"""Checks that an integration's timeout is within the default quota.

## Why is this bad?
More than 29 seconds needs a raised quota (L-E5AE38E3) in the account and Region, which Regional and private APIs can
have. Without it the import fails, and AWS's message says 29000 whatever the quota is. Streamed answers need no quota.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        timeoutInMillis: 29001  # error: "the default quota is 29000"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        timeoutInMillis: 29000
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        timeoutInMillis: 29001
        responseTransferMode: STREAM
```

## References
- keys: limit-timeout-rest-quota
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import FullIntegration
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: FullIntegration, context: Context) -> Findings:
    timeout, mode = integration.timeout_ms, integration.response_transfer_mode
    default, longest = limits.REST_INTEGRATION_TIMEOUT_DEFAULT_MS.value, limits.REST_STREAM_TIMEOUT_MAX_MS.value
    deployment = context.api.deployment
    edge = deployment is not None and deployment.endpoint is not None and deployment.endpoint.type == "edge"
    if not isinstance(timeout, int) or not default < timeout <= longest or edge:
        return  # beyond these see integration-timeout-out-of-range
    if mode is None or (mode.literal or "").upper() == "BUFFERED":
        yield Found(
            integration.origin.at("timeoutInMillis"),
            f"timeoutInMillis is {timeout}; the default quota is {default}",
            aws_message="Timeout should be between 50 ms and 29000 ms",
        )
