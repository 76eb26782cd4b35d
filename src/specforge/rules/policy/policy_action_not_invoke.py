"""Checks that the resource policy is about calls of the API.

## Why is this bad?
What a resource policy can allow or deny is `execute-api:Invoke`; other actions have no effect there.

## Examples
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: apigateway:GET  # error: "apigateway:GET"
      Resource: execute-api:/*
paths: {}
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource: execute-api:/*
paths: {}
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:*
      Resource: execute-api:/*
paths: {}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: !Ref Action, Resource: 'execute-api:/*'}]}
paths: {}
```

## References
- keys: pol-action
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from specforge.ir import Statement
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

KNOWN = ("execute-api:invoke", "execute-api:invalidatecache", "execute-api:manageconnections")


@rule(on=Statement, severity=WARNING, since="0.1", kinds=(REST,))
def check(statement: Statement, context: Context) -> Findings:
    for action in statement.actions:
        literal = action.literal
        if literal is not None and not any(fnmatchcase(known, literal.lower()) for known in KNOWN):
            message = f"the action {literal} is no call of the API; it must be execute-api:Invoke"
            yield Found(statement.origin.at("Action"), message)
