"""Reports a usage plan for a stage that the deployment does not have.

## Why is this bad?
The plan does not cover what it was meant for.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod: {}
  usage-plans:
    gold: {stages: [prd]}  # error: "prd"
```
```yaml config target=sam
deploy:
  stages:
    prod: {}
  usage-plans:
    gold: {stages: [prod]}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
