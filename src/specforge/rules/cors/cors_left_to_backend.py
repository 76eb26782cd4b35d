"""Tells which operations of a REST API have to answer with CORS headers themselves.

## Why is this bad?
Behind a proxy integration the answer passes as it is, and API Gateway cannot add a header: what `cors:` of
specforge.yaml allows reaches the browser only if the backend says it, too.

## Examples
```yaml set:cors.origins=["https://app.example.com"]
paths:
  /orders:
    get:  # error: "GET /orders, PUT /orders"
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
    put:
      responses: {'200': {description: ok}}
      x-specforge-integration: {http: 'https://orders.example.com'}
```
```yaml set:cors.origins=["https://app.example.com"]
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {http: {url: 'https://orders.example.com', proxy: false}}
  /photos:
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {upload: {bucket: photos, key: 'photos/{uuid}', max-bytes: 1000}}
```

## References
- keys: cors-proxy-backend
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.rules.rule import INFO, REST, emitted

RULE = emitted(__name__, by="expand", severity=INFO, since="0.1", kinds=(REST,))
