"""Checks that a function either brings a role or says what its role shall allow.

## Why is this bad?
`allow` is about the role that is made; an existing role stays as it is, and the function lacks the permission.

## Examples
```yaml config
deploy:
  functions:
    checkHealth:
      role: arn:aws:iam::123456789012:role/health
      allow: [{actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/a']}]  # error: "checkHealth"
```
```yaml config
deploy:
  functions:
    checkHealth:
      allow: [{actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/a']}]
    other: {role: 'arn:aws:iam::123456789012:role/health'}
```

## References
- https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from specforge.ir import Function
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Function, severity=WARNING, since="0.1")
def check(function: Function, context: Context) -> Findings:
    if function.role is not None and function.allow:
        message = f"the function {function.name} has a role; what allow says must be in that role"
        yield Found(function.origin.at("allow"), message, on_key=True)
