"""Tells that an expression of another tool has become an input of the output.

## Why is this bad?
It is not: what Terraform fills in is a parameter of the SAM template, what CloudFormation fills in a variable of the Terraform module.

## Examples
```yaml target=sam
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://${orders_host}/orders  # error
```
```yaml target=sam
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com/orders
```

## References
- docs/guide/
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="infrastructure", severity=INFO, since="0.1", kinds=GATEWAY)
