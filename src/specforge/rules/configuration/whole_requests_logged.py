"""Checks that execution logs do not hold whole requests and answers.

## Why is this bad?
Tokens, passwords and personal data stand in the log, readable for everybody who may read logs. It is meant for the
search of an error on a stage that no customer uses.

## Examples
```yaml config
deploy:
  stages:
    prod: {logs: {execution: info, trace: true}}  # error: "prod"
```
```yaml config
deploy:
  stages:
    prod: {logs: {execution: info}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

from specforge.ir import Stage
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Stage, severity=WARNING, since="0.1", kinds=(REST,))
def check(stage: Stage, context: Context) -> Findings:
    if stage.data_trace:
        message = f"stage {stage.name} logs whole requests; leave trace out where real data passes"
        yield Found(stage.origin.at("logs", "trace"), message)
