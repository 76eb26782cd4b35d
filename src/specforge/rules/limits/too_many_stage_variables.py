"""Checks that a stage has no more variables than AWS allows.

## Why is this bad?
The deployment of the stage fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      variables:  # error: "at most 100"
        v<n>: x  # times 101
```
```yaml config
deploy:
  stages:
    prod:
      variables:
        v<n>: x  # times 100
```

## References
- keys: limit-stage-vars
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Stage
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Stage, severity=ERROR, stops="gateway", since="0.1")
def check(stage: Stage, context: Context) -> Findings:
    count, most = len(stage.variables), limits.STAGE_VARIABLES.value
    if count > most:
        message = f"the stage {stage.name} has {count} variables; it can have at most {most}"
        yield Found(stage.origin.at("variables"), message, on_key=True)
