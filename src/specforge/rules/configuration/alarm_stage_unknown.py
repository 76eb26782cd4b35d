"""Checks that alarms watch stages that the deployment has.

## Why is this bad?
Nothing watches what was meant to be watched.

## Examples
```yaml config
deploy:
  stages:
    prod: {}
  alarms:
    server-errors: {threshold: 1}
    stages: [prod, prd]  # error: "did you mean prod?"
```
```yaml config
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

from specforge.ir import Alarms
from specforge.rules.deployed import stage_names
from specforge.rules.rule import WARNING, Context, Findings, Found, rule
from specforge.spelling import did_you_mean, listed


@rule(on=Alarms, severity=WARNING, since="0.1")
def check(alarms: Alarms, context: Context) -> Findings:
    known = stage_names(context.api)
    for index, name in enumerate(alarms.stages):
        if name not in known:
            hint = did_you_mean(name, known) or f"; there is {listed(known)}"
            yield Found(alarms.origin.at("stages", index), f"alarms watch {name}, which is no stage{hint}")
