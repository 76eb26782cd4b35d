"""Tells that methods of several paths share a cache namespace.

## Why is this bad?
An answer cached for one path may be given for another where their keys are alike; sometimes this is meant.

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
        cacheNamespace: orders
  /items:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheNamespace: orders  # error: "GET /orders"
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
        cacheNamespace: orders
  /items:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheNamespace: items
    put: {x-amazon-apigateway-integration: {type: mock}}
    post: {responses: {'200': {description: ok}}}
  /parcels:
    put: {x-amazon-apigateway-integration: {type: mock}}
```

## References
- keys: cache-namespace-shared
- https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
"""

from __future__ import annotations

from specforge.diagnostics import Note
from specforge.ir import Api, Invalid, Operation, ShortForm
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Api, severity=INFO, since="0.1", kinds=(REST,), needs="cacheNamespace")
def check(api: Api, context: Context) -> Findings:
    first: dict[str, Operation] = {}
    for operation in api.operations:
        integration = operation.integration
        if integration is None or isinstance(integration, Invalid | ShortForm) or integration.cache_namespace is None:
            continue
        name = integration.cache_namespace.literal
        earlier = first.setdefault(name, operation) if name is not None else operation
        if earlier.path != operation.path:
            at = integration.origin.at("cacheNamespace")
            yield Found(
                at, f"the cache namespace {name} is also that of {earlier}", notes=(Note("there", earlier.origin),)
            )
