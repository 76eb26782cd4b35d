"""Checks that environment variables of a function have names that Lambda takes.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  functions:
    health:
      environment:
        1TABLE: orders  # error: "letters, digits and underscores"
        table-name: orders  # error: "letters, digits and underscores"
        AWS_REGION: eu-west-1  # error: "Lambda sets AWS_REGION itself"
```
```yaml config
deploy:
  functions:
    health: {environment: {TABLE_1: orders, tableName: orders, AWS_RETRY_MODE: standard}}
```

## References
- https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
- https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

import re

from specforge.ir import Function
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]+")
RESERVED = frozenset(
    {
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
    }
)


@rule(on=Function, severity=ERROR, stops="gateway", since="0.1")
def check(function: Function, context: Context) -> Findings:
    at = function.origin.at("environment")
    for name in function.environment:
        if name in RESERVED:
            yield Found(at.at(name), f"Lambda sets {name} itself; the variable must have another name", on_key=True)
        elif not NAME.fullmatch(name):
            wanted = "it must start with a letter and hold letters, digits and underscores, two at least"
            yield Found(at.at(name), f"the environment variable is called {name}; {wanted}", on_key=True)
