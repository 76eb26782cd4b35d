"""Checks that the policy of a private API says from which VPC it may be called.

## Why is this bad?
Without a condition on aws:SourceVpce or aws:SourceVpc every VPC endpoint of every account may call the API.

## Examples
```yaml config
deploy:
  endpoint: {type: private}
  policy:
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Principal: '*'  # error: "aws:SourceVpce"
        Action: execute-api:Invoke
        Resource: execute-api:/*
```
```yaml config
deploy:
  endpoint: {type: private}
  policy:
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Principal: '*'
        Action: execute-api:Invoke
        Resource: execute-api:/*
        Condition: {StringEquals: {aws:SourceVpce: vpce-0123456789abcdef0}}
```
```yaml config
deploy:
  endpoint: {type: regional}
  policy:
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Principal: '*'
        Action: execute-api:Invoke
        Resource: execute-api:/*
```
```yaml set:deploy.endpoint.type=private
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}, {Effect: Allow, Principal: {AWS: '123456789012'}, Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}
paths: {}
```

## References
- keys: pol-private-condition
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
"""

from __future__ import annotations

from specforge.ir import Policy
from specforge.rules.endpoints import endpoint_type
from specforge.rules.policies import has_condition_key, is_everyone
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Policy, severity=WARNING, since="0.1", kinds=(REST,))
def check(policy: Policy, context: Context) -> Findings:
    if endpoint_type(context.api) != "private" or has_condition_key(policy, "aws:sourcevpce", "aws:sourcevpc"):
        return
    for statement in policy.statements:
        if statement.effect == "Allow" and is_everyone(statement.principal):
            message = "everybody is allowed; a private API needs a condition on aws:SourceVpce or aws:SourceVpc"
            yield Found(statement.origin.at("Principal"), message)
