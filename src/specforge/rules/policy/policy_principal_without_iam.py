"""Checks that every method asks for IAM where the policy allows AWS principals alone.

## Why is this bad?
API Gateway knows the AWS principal of a call only when the method asks for IAM authorization: calls of all others,
preflights included, are refused.

## Examples
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: {AWS: 'arn:aws:iam::123456789012:root'}  # error: "GET /health"
      Action: execute-api:Invoke
      Resource: execute-api:/*
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: {AWS: 'arn:aws:iam::123456789012:root'}
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
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Deny, Principal: {AWS: '123456789012'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: '*'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: '123456789012', Service: a.amazonaws.com}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
```

## References
- keys: pol-principal-aws-mixed
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html
"""

from __future__ import annotations

from specforge.ir import Policy
from specforge.rules.authorization import asks_for_iam
from specforge.rules.policies import is_everyone
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Policy, severity=WARNING, since="0.1", kinds=(REST,))
def check(policy: Policy, context: Context) -> Findings:
    allowing = [statement for statement in policy.statements if statement.effect == "Allow"]
    if not allowing or any(not _is_aws_alone(statement.principal) for statement in allowing):
        return
    other = next((one for one in context.api.operations if not asks_for_iam(one, context.api)), None)
    if other is not None:
        message = f"only AWS principals are allowed, and {other} does not ask for AWS_IAM authorization: it is refused"
        yield Found(allowing[0].origin.at("Principal"), message)


def _is_aws_alone(principal: object) -> bool:
    return isinstance(principal, dict) and set(principal) == {"AWS"} and not is_everyone(principal)
