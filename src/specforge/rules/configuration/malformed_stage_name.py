"""Checks that stages have names that API Gateway takes.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages:
    my stage: {}  # error: "my stage"
```
```yaml config
deploy:
  stages:
    my-stage: {}
```
```yaml config http
deploy:
  stages:
    $default: {}
    <128 x a>: {}
```
```yaml config
deploy:
  stages:
    $default: {}  # error: "$default"
    <129 x a>: {}  # error: "1 to 128"
```
```yaml config http
deploy:
  stages:
    a.b: {}  # error: "a.b"
```

## References
- keys: limit-stage-name
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
"""

from __future__ import annotations

import re

from specforge.ir import Kind, Stage
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

NAME = re.compile(r"[A-Za-z0-9_-]{1,128}\Z")


@rule(on=Stage, severity=ERROR, stops="gateway", since="0.1")
def check(stage: Stage, context: Context) -> Findings:
    if NAME.match(stage.name) or (stage.name == "$default" and context.api.kind is Kind.HTTP):
        return
    yield Found(
        stage.origin,
        f"the stage is called {stage.name}; the name must be 1 to 128 letters, digits, underscores and hyphens",
        on_key=True,
        aws_message="Stage name only allows a-zA-Z0-9_",
    )
