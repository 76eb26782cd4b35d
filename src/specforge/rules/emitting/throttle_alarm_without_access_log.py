"""Reports an alarm on throttled requests that cannot be made, because no access log in CloudWatch shows a status.

## Why is this bad?
API Gateway counts a throttled request as 4XXError among all others; only a line of the access log tells it apart.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod: {logs: {access: {format: xml}}}
  alarms:
    throttles: {threshold: 10}  # error: "prod"
```
```yaml config target=sam
deploy:
  stages:
    prod: {logs: {access: {format: clf}}}
  alarms:
    throttles: {threshold: 10}
```
```yaml config target=sam
deploy:
  stages:
    prod: {}
  alarms:
    throttles: {threshold: 10}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
