"""Checks that cache keys belong to a GET method.

## Why is this bad?
API Gateway caches GET only, unless the stage says otherwise for a method: elsewhere the keys have no effect.

## Examples
```yaml set:deploy.stages.prod.cache.size=0.5
paths:
  /items: {get: {x-amazon-apigateway-integration: {type: mock}}}
  /orders:
    post:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: [method.request.querystring.status]  # error: "GET"
```
```yaml
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
```
```yaml
paths:
  /orders:
    put: {responses: {'200': {description: ok}}}
    delete: {x-amazon-apigateway-integration: {type: mock}}
    x-amazon-apigateway-any-method:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: [method.request.querystring.status]
```

## References
- keys: cache-non-get
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Operation, ShortForm
from specforge.rules.cached import cached_methods
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="cacheKey")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm) or operation.method in {"GET", "ANY"}:
        return
    if integration.cache_key_parameters and all(one is not operation for one, *_ in cached_methods(context.api)):
        at = integration.origin.at("cacheKeyParameters")
        yield Found(at, f"{operation} has cache keys, but only GET is cached", on_key=True)
