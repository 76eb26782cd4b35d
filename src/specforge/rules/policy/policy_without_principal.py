"""Checks that each statement of the resource policy says whom it is about.

## Why is this bad?
A policy on a resource needs a Principal, unlike one on a role; the import fails.

## Examples
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow  # error: "Principal"
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
      Action: execute-api:Invoke
      Resource: execute-api:/*
paths: {}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Deny, NotPrincipal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
paths: {}
```

## References
- keys: pol-principal-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
"""

from __future__ import annotations

from specforge.ir import Statement
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Statement, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(statement: Statement, context: Context) -> Findings:
    raw = statement.origin.value
    if "Principal" not in raw and "NotPrincipal" not in raw:
        yield Found(
            statement.origin,
            "the statement has no Principal; it must have one",
            on_key=True,
            aws_message="Invalid policy document. Please check the policy syntax and ensure that Principals are valid.",
        )
