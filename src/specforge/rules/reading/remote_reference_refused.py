"""Reports a `$ref` to an address on the network.

## Why is this bad?
A build that fetches is neither repeatable nor safe, and API Gateway follows no such reference either.

## Examples
```yaml
paths:
  /orders:
    $ref: https://example.com/orders.yaml  # error: "nothing is fetched"
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
