"""Checks that a canary gets no more than all requests.

## Why is this bad?
The deployment of the stage fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      canary: {percent: 100.1}  # error: "at most 100"
```
```yaml config
deploy:
  stages:
    prod:
      canary: {percent: 100}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/api/API_CanarySettings.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Canary
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Canary, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(canary: Canary, context: Context) -> Findings:
    most = limits.CANARY_PERCENT.value
    if canary.percent > most:
        yield Found(
            canary.origin.at("percent"), f"the canary gets {canary.percent:g} percent; it can be at most {most}"
        )
