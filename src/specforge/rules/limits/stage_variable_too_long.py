"""Checks that the names and values of stage variables are no longer than AWS allows.

## Why is this bad?
The deployment of the stage fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      variables:
        <65 x a>: x  # error: "at most 64"
```
```yaml config
deploy:
  stages:
    prod:
      variables:
        <64 x a>: x
```
```yaml config
deploy:
  stages:
    prod:
      variables:
        host: <513 x x>  # error: "at most 512"
```
```yaml config
deploy:
  stages:
    prod:
      variables:
        host: <512 x x>
```
```yaml config
deploy:
  stages:
    prod: {variables: {host: !Ref Host}}
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
    longest_name, longest = limits.STAGE_VARIABLE_NAME.value, limits.STAGE_VARIABLE_VALUE.value
    for name, value in stage.variables.items():
        at = stage.origin.at("variables", name)
        if len(name) > longest_name:
            message = f"the name of the stage variable has {len(name)} characters; it can have at most {longest_name}"
            yield Found(at, message, on_key=True)
        if value.literal is not None and len(value.literal) > longest:
            length = len(value.literal)
            yield Found(at, f"the stage variable {name} has {length} characters; it can have at most {longest}")
