"""Checks that the resources of the policy are methods of an API.

## Why is this bad?
`execute-api:/stage/METHOD/path` becomes the ARN of this API on import, and a full execute-api ARN is taken as it is.
Anything else matches no call.

## Examples
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource: /orders  # error: "execute-api:/"
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
      Action: execute-api:Invoke
      Resource: arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*
paths: {}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: !Ref Api}]}
paths: {}
```

## References
- keys: pol-resource-form
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
"""

from __future__ import annotations

import re

from specforge.ir import Statement
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

FORM = re.compile(r"execute-api:/|execute-api:\*|arn:[^:]*:execute-api:|\*\Z|arn:\*")


@rule(on=Statement, severity=WARNING, since="0.1", kinds=(REST,))
def check(statement: Statement, context: Context) -> Findings:
    for resource in statement.resources:
        literal = resource.literal
        if literal is not None and not FORM.match(literal):
            wanted = "execute-api:/<stage>/<method>/<path> or an ARN of execute-api"
            yield Found(statement.origin.at("Resource"), f"the resource {literal} is no method; it must be {wanted}")
