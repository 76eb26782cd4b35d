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
```yaml
paths:
  '/{id}': {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', cacheKeyParameters: [method.request.path.id]}}}
  /plain: {get: {responses: {'200': {description: ok}}}}
  /streamed: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://a.example.com', responseTransferMode: STREAM}}}
```

## References
- keys: int-stream-cache
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.ir import Api, IntegrationSettings
from specforge.rules.cached import cached_methods
from specforge.rules.connections import is_streamed
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="responseTransferMode")
def check(api: Api, context: Context) -> Findings:
    cached = {str(operation) for operation, _, _ in cached_methods(api)}
    for operation in api.operations:
        integration = operation.integration
        if not isinstance(integration, IntegrationSettings) or not is_streamed(integration):
            continue
        if integration.cache_key_parameters or str(operation) in cached:
            message = f"the answer of {operation} is streamed and cached; it can only be one of the two"
            yield Found(integration.origin.at("responseTransferMode"), message)
