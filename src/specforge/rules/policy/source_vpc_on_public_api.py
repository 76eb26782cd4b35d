"""Checks that the policy of a public API does not test the VPC of a call.

## Why is this bad?
aws:SourceVpce, aws:SourceVpc and aws:VpcSourceIp are known for calls of private APIs alone: on others the condition
never holds.

## Examples
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
        Condition: {StringEquals: {aws:SourceVpce: vpce-0123456789abcdef0}}  # error: "private"
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
  endpoint: {type: edge}
  policy:
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Principal: '*'
        Action: execute-api:Invoke
        Resource: execute-api:/*
        Condition: {IpAddress: {aws:SourceIp: 203.0.113.0/24}}
```

## References
- keys: pol-sourcevpc-public
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
"""

from __future__ import annotations

from specforge.ir import Statement
from specforge.rules.endpoints import endpoint_type
from specforge.rules.policies import condition_keys
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

PRIVATE = {"aws:sourcevpce": "aws:SourceVpce", "aws:sourcevpc": "aws:SourceVpc", "aws:vpcsourceip": "aws:VpcSourceIp"}


@rule(on=Statement, severity=WARNING, since="0.1", kinds=(REST,))
def check(statement: Statement, context: Context) -> Findings:
    kind = endpoint_type(context.api)
    for key, origin in condition_keys(statement) if kind in ("edge", "regional") else ():
        if key in PRIVATE:
            yield Found(origin, f"{PRIVATE[key]} is known on private APIs only; the endpoint is {kind}", on_key=True)
