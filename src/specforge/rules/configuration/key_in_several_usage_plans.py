"""Checks that an API key has one usage plan for a stage.

## Why is this bad?
API Gateway takes a key into one usage plan of a stage only; the deployment fails.

## Examples
```yaml config
deploy:
  stages: {dev: {}, prod: {}}
  usage-plans:
    free: {keys: [visitor, partner], stages: [dev]}
    gold: {keys: [admin, partner]}  # error: "partner is in the usage plans free and gold of the stage dev"
```
```yaml config
deploy:
  stages: {dev: {}, prod: {}}
  usage-plans:
    free: {keys: [visitor, partner], stages: [dev]}
    gold: {keys: [admin, partner], stages: [prod]}
    open: {keys: [guest]}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.ir import Deployment
from specforge.rules.deployed import stage_names
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Deployment, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(deployment: Deployment, context: Context) -> Findings:
    first: dict[tuple[str, str], str] = {}
    for plan in deployment.usage_plans:
        told: set[str] = set()
        for index, key in enumerate(plan.keys):
            for stage in plan.stages or stage_names(context.api):
                earlier = first.setdefault((key, stage), plan.name)
                if earlier != plan.name and key not in told:
                    told.add(key)
                    plans = f"the usage plans {earlier} and {plan.name} of the stage {stage}"
                    yield Found(plan.origin.at("keys", index), f"the key {key} is in {plans}; it must be in one")
