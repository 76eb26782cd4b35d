"""Checks that the resource policy keeps somebody out.

## Why is this bad?
The policy allows every call of anybody and denies none, and there is an operation that asks for no authorization: the
policy protects nothing.

## Examples
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'  # error: "GET /health"
      Action: execute-api:Invoke
      Resource: execute-api:/*
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource: execute-api:/*
      Condition: {IpAddress: {aws:SourceIp: 203.0.113.0/24}}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}, {Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {NotIpAddress: {aws:SourceIp: 203.0.113.0/24}}}]}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
security: [{key: []}]
paths:
  /a: {options: {security: [], responses: {}}, get: {responses: {}}, put: {x-amazon-apigateway-auth: {type: AWS_IAM}, security: [], responses: {}}}
```
```yaml set:deploy.endpoint.type=private
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {AWS: '123456789012'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
```

## References
- keys: pol-open
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
"""

from __future__ import annotations

from specforge.ir import Operation, Policy
from specforge.rules.endpoints import endpoint_type
from specforge.rules.policies import is_everyone
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Policy, severity=WARNING, since="0.1", kinds=(REST,))
def check(policy: Policy, context: Context) -> Findings:
    if endpoint_type(context.api) == "private" or any(statement.effect != "Allow" for statement in policy.statements):
        return  # of private APIs see private-policy-without-vpc-condition
    for statement in policy.statements:
        if is_everyone(statement.principal) and statement.origin.value.get("Condition") is None:
            free = next((one for one in context.api.operations if _is_open(one)), None)
            if free is not None:
                message = f"everybody is allowed without a condition, and {free} asks for no authorization"
                yield Found(statement.origin.at("Principal"), message)


def _is_open(operation: Operation) -> bool:
    return operation.method != "OPTIONS" and not operation.security and operation.auth is None
