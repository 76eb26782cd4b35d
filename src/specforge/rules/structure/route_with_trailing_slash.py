"""Tells that a route of an HTTP API ends in a slash.

## Why is this bad?
`/orders` and `/orders/` are two routes of an HTTP API: who asks without the slash gets 404.

## Examples
```yaml http
paths:
  /orders/:  # error: "slash"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
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
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /a: {get: {}}
  /a/: {get: {}}
```

## References
- keys: struct-path-trailing-slash-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.paths import path_origin
from specforge.rules.rule import HTTP, INFO, Context, Findings, Found, rule


@rule(on=Api, severity=INFO, since="0.1", kinds=(HTTP,))
def check(api: Api, context: Context) -> Findings:
    paths = {operation.path for operation in api.operations}
    for operation in api.operations:
        bare = operation.path.rstrip("/")
        if bare not in ("", operation.path) and bare not in paths:
            message = f"the path {operation.path} ends in a slash; {bare} is another route, which the API does not have"
            yield Found(path_origin(operation), message, on_key=True)
