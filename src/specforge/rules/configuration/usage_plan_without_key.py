"""Checks that a usage plan has an API key.

## Why is this bad?
A plan limits who calls with one of its keys; without a key it limits nobody. Keys that are made elsewhere are not known
here: allow the finding then.

## Examples
```yaml config
deploy:
  usage-plans:
    gold: {throttle: {rate: 10, burst: 20}}  # error: "gold"
```
```yaml config
deploy:
  usage-plans:
    gold: {throttle: {rate: 10, burst: 20}, keys: [partner]}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.ir import UsagePlan
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=UsagePlan, severity=WARNING, since="0.1", kinds=(REST,))
def check(plan: UsagePlan, context: Context) -> Findings:
    if not plan.keys:
        yield Found(plan.origin, f"the usage plan {plan.name} has no keys; it must have one", on_key=True)
