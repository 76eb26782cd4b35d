"""Reports an alarm on a stage that the deployment does not have.

## Why is this bad?
Nothing watches what was meant to be watched.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod: {}
  alarms:
    server-errors: {threshold: 1}
    stages: [prd]  # error: "prd"
```
```yaml config target=sam
deploy:
  stages:
    prod: {}
  alarms:
    server-errors: {threshold: 1}
    stages: [prod]
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
