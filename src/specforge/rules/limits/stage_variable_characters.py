"""Checks that the values of stage variables hold only characters that API Gateway takes.

## Why is this bad?
The deployment of the stage fails. AWS's sources differ about `~`, `#` and the space; those are let pass.

## Examples
```yaml config
deploy:
  stages:
    prod:
      variables:
        greeting: hello!  # error: "'!'"
```
```yaml config
deploy:
  stages:
    prod:
      variables:
        host: https://a-b.example.com:8080/v1_x?y=1&z=2,3
```
```yaml config
deploy:
  stages:
    prod: {variables: {host: !Ref Host}}
```

## References
- keys: limit-stage-var-value
- https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
"""

from __future__ import annotations

import re

from specforge.ir import Stage
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

REFUSED = re.compile(r"[^A-Za-z0-9 ._~:/?#&=,-]")


@rule(on=Stage, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(stage: Stage, context: Context) -> Findings:
    for name, value in stage.variables.items():
        found = REFUSED.search(value.literal or "")
        if found is not None:
            message = f"the stage variable {name} holds {found[0]!r}; it can hold letters, digits and ._~:/?#&=,- only"
            yield Found(stage.origin.at("variables", name), message)
