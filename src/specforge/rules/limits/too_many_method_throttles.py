"""Checks that a usage plan limits no more single methods than the default quota allows.

## Why is this bad?
The deployment fails beyond the quota of the account, which counts the methods of each stage. AWS raises it on request.

## Examples
```yaml config
deploy:
  stages: {prod: {}}
  usage-plans:
    gold:
      stages: [prod]
      keys: [partner]
      throttle:
        methods:  # error: "the default quota is 20"
          GET /orders<n>: {rate: 1}  # times 21
```
```yaml config
deploy:
  stages: {prod: {}}
  usage-plans:
    gold:
      stages: [prod]
      keys: [partner]
      throttle:
        methods:
          GET /orders<n>: {rate: 1}  # times 20
```
```yaml config
deploy:
  usage-plans: {gold: {}}
```

## References
- keys: limit-method-throttles
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import UsagePlan
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=UsagePlan, severity=WARNING, since="0.1", kinds=(REST,))
def check(plan: UsagePlan, context: Context) -> Findings:
    methods = plan.throttle.methods if plan.throttle is not None else ()
    most = limits.METHOD_THROTTLES.value
    if len(methods) > most:
        message = (
            f"the usage plan {plan.name} limits {len(methods)} methods; the default quota is {most} for each stage"
        )
        yield Found(plan.origin.at("throttle", "methods"), message, on_key=True)
