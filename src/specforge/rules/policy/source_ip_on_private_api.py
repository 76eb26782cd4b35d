"""Checks that the policy of a private API tests the address inside the VPC.

## Why is this bad?
Calls of a private API have no public address: aws:SourceIp never matches. The key is aws:VpcSourceIp.

## Examples
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
        Condition: {IpAddress: {aws:SourceIp: 10.0.0.0/8}}  # error: "aws:VpcSourceIp"
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
        Condition: {IpAddress: {aws:VpcSourceIp: 10.0.0.0/8}}
```
```yaml
x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {IpAddress: {aws:SourceIp: 203.0.113.0/24}}}]}
paths: {}
```

## References
- keys: pol-sourceip-private
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
"""

from __future__ import annotations

from specforge.ir import Statement
from specforge.rules.endpoints import endpoint_type
from specforge.rules.policies import condition_keys
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Statement, severity=WARNING, since="0.1", kinds=(REST,))
def check(statement: Statement, context: Context) -> Findings:
    for key, origin in condition_keys(statement) if endpoint_type(context.api) == "private" else ():
        if key == "aws:sourceip":
            yield Found(origin, "aws:SourceIp is unknown on a private API; it must be aws:VpcSourceIp", on_key=True)
