"""Checks that the resource policy is an IAM policy document.

## Why is this bad?
The import fails with a message that does not say which part is wrong. A policy has a list of statements; each says
Allow or Deny, and to which actions and resources.

## Examples
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17'}  # error: "Statement"
paths: {}
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - {Effect: Permit, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}  # error: "Allow or Deny"
    - Effect: Allow  # error: "Resource"
      Principal: '*'
      Action: execute-api:Invoke
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
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: !Ref Effect, Principal: '*', NotAction: 'execute-api:Invoke', NotResource: 'execute-api:/*'}, {Effect: '${effect}', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
paths: {}
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - {Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}  # error: "no Effect"
paths: {}
```

## References
- keys: pol-not-object
- https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
"""

from __future__ import annotations

from specforge.ir import Policy, Statement
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

SAYS = "Invalid policy document. Please check the policy syntax and ensure that Principals are valid."
NEEDED = (("Action", "NotAction"), ("Resource", "NotResource"))


@rule(on=Policy, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(policy: Policy, context: Context) -> Findings:
    given = policy.origin.at("Statement")
    if given is policy.origin or given.value in ([], {}, None):
        yield Found(given, "the policy has no Statement; it must have one", on_key=True, aws_message=SAYS)
    for statement in policy.statements:
        yield from _faults(statement)


def _faults(statement: Statement) -> Findings:
    raw, origin = statement.origin.value, statement.origin
    effect = origin.at("Effect")
    if effect is origin:
        yield Found(origin, "the statement has no Effect; it must be Allow or Deny", on_key=True, aws_message=SAYS)
    elif not isinstance(effect.value, dict) and effect.value not in ("Allow", "Deny") and "${" not in str(effect.value):
        yield Found(effect, f"Effect is {effect.value}; it must be Allow or Deny", aws_message=SAYS)
    for key, negated in NEEDED:
        if key not in raw and negated not in raw:
            yield Found(origin, f"the statement has no {key}; it must have one", on_key=True, aws_message=SAYS)
