"""Checks that a cached method whose answer depends on parameters has them in the cache key.

## Why is this bad?
Without cacheKeyParameters every caller gets the answer to the first one's question.

## Examples
```yaml set:deploy.stages.prod.cache.size=0.5
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "status"
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml set:deploy.stages.prod.cache.size=0.5
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: [method.request.querystring.status]
  /items:
    get: {x-amazon-apigateway-integration: {type: mock}}
```
```yaml set:deploy.stages.prod.cache.size=0.5 set:deploy.stages.prod.cache.ttl=0
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```

## References
- keys: cache-key-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.cached import cached_methods
from specforge.rules.rule import DEPLOY, REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs=DEPLOY)
def check(api: Api, context: Context) -> Findings:
    for operation, integration, stage in cached_methods(api):
        names = [one.name for one in operation.parameters if one.location in {"path", "query"}]
        if names and not integration.cache_key_parameters:
            message = (
                f"the stage {stage} caches {operation}, which has no cacheKeyParameters; {', '.join(names)} must be"
            )
            yield Found(integration.origin, f"{message} among them", on_key=True)
