"""Checks that no integration of an HTTP API has cache settings.

## Why is this bad?
HTTP APIs have no cache: the settings have no effect.

## Examples
```yaml http
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
        payloadFormatVersion: '1.0'
        cacheNamespace: orders  # error: "cacheNamespace"
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
        cacheNamespace: orders
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: []
```

## References
- keys: cache-on-http
- http-api-vs-rest.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: FullIntegration, context: Context) -> Findings:
    for key in ("cacheNamespace", "cacheKeyParameters"):
        at = integration.origin.at(key)
        if at is not integration.origin and at.value != []:
            yield Found(at, f"{key} has no effect: an HTTP API has no cache", on_key=True)
