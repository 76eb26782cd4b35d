"""Reports a VPC link in the configuration that no integration goes through.

## Why is this bad?
It is created and paid for, but nothing leads to it; its name is hardly the one in the integration's connectionId.

## Examples
```yaml config target=sam
deploy:
  vpc-links:
    stock: {targets: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/stock/1a2b']}  # error: "stock"
```
```yaml config target=sam
deploy:
  vpc-links: {}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
