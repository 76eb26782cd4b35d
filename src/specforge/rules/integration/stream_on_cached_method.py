"""Checks that no streamed answer is to be cached.

## Why is this bad?
API Gateway does not cache what it streams. Templates on a streamed answer are template-on-proxy-integration.

## Examples
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        responseTransferMode: STREAM  # error: "cached"
        cacheKeyParameters: [method.request.path.id]
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
        responseTransferMode: STREAM
```

## References
- keys: int-stream-cache
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.ir import IntegrationSettings, Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if not isinstance(integration, IntegrationSettings) or integration.response_transfer_mode is None:
        return
    streams = (integration.response_transfer_mode.literal or "").upper() == "STREAM"
    if streams and (integration.cache_key_parameters or _is_cached(operation, context)):
        message = f"the answer of {operation} is streamed and cached; it can only be one of the two"
        yield Found(integration.origin.at("responseTransferMode"), message)


def _is_cached(operation: Operation, context: Context) -> bool:
    """Tells whether a stage is configured to cache just this method."""
    stages = context.api.deployment.stages if context.api.deployment is not None else ()
    methods = (method for stage in stages if stage.cache is not None for method in stage.cache.methods)
    return any(method.method == str(operation) and method.enabled and method.ttl_s != 0 for method in methods)
