"""Checks that a function's role is not to allow every action of a service.

## Why is this bad?
Whoever takes over the function may delete what it was only meant to read.

## Examples
```yaml config
deploy:
  functions:
    checkHealth:
      allow:
        - actions: ['dynamodb:*']  # error: "dynamodb:*"
          resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/a']
```
```yaml config
deploy:
  functions:
    checkHealth:
      allow:
        - actions: ['dynamodb:GetItem', 'dynamodb:Batch*']
          resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/a']
```

## References
- https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
"""

from __future__ import annotations

from specforge.ir import Allowance
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Allowance, severity=WARNING, since="0.1")
def check(allowance: Allowance, context: Context) -> Findings:
    for action in allowance.actions:
        if action.rpartition(":")[2] == "*":
            message = f"the role may do {action}; name the actions that the function needs"
            yield Found(allowance.origin.at("actions"), message)
