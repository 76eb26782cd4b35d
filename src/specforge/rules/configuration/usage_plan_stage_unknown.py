"""Checks that a usage plan covers stages that the deployment has.

## Why is this bad?
The plan's throttle and quota do not hold where they were meant to.

## Examples
```yaml config
deploy:
  stages:
    prod: {}
  usage-plans:
    gold: {keys: [partner], stages: [prod, prd]}  # error: "did you mean prod?"
```
```yaml config
deploy:
  usage-plans:
    gold: {keys: [partner], stages: [live]}  # error: "there is prod"
```
```yaml config
deploy:
  stages:
    prod: {}
  usage-plans:
    gold: {keys: [partner], stages: [prod]}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.ir import UsagePlan
from specforge.rules.deployed import stage_names
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.spelling import did_you_mean, listed


@rule(on=UsagePlan, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(plan: UsagePlan, context: Context) -> Findings:
    known = stage_names(context.api)
    for index, name in enumerate(plan.stages):
        if name not in known:
            hint = did_you_mean(name, known) or f"; there is {listed(known)}"
            message = f"the usage plan {plan.name} covers {name}, which is no stage{hint}"
            yield Found(plan.origin.at("stages", index), message)
