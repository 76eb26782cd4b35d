"""Checks that an API has no more stages than the default quota.

## Why is this bad?
The deployment fails until AWS raises the quota.

## Examples
```yaml config
deploy:
  stages:  # error: "11 stages"
    s0: {}
    s1: {}
    s2: {}
    s3: {}
    s4: {}
    s5: {}
    s6: {}
    s7: {}
    s8: {}
    s9: {}
    s10: {}
```
```yaml config
deploy:
  stages:
    s0: {}
    s1: {}
    s2: {}
    s3: {}
    s4: {}
    s5: {}
    s6: {}
    s7: {}
    s8: {}
    s9: {}
```

## References
- keys: limit-stages
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Deployment
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Deployment, severity=WARNING, since="0.1")
def check(deployment: Deployment, context: Context) -> Findings:
    most = limits.STAGES.value
    count = len(deployment.stages)
    if count > most:
        message = f"the API has {count} stages; the default quota is {most}"
        yield Found(deployment.origin.at("stages"), message, on_key=True)
