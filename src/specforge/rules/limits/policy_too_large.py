"""Checks that the resource policy is no longer than the default quota allows.

## Why is this bad?
The import fails beyond the quota of the account, which counts characters without white space. AWS raises it on request.
A policy with deploy-time expressions is not judged.

## Examples
```yaml
x-amazon-apigateway-policy:  # error: "8193 characters"
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource:
        - execute-api:/prod/GET/<57 x a>  # times 97
        - execute-api:/prod/GET/<98 x a>
paths: {}
```
```yaml
x-amazon-apigateway-policy:
  Version: '2012-10-17'
  Statement:
    - Effect: Allow
      Principal: '*'
      Action: execute-api:Invoke
      Resource:
        - execute-api:/prod/GET/<57 x a>  # times 97
        - execute-api:/prod/GET/<97 x a>
paths: {}
```
```yaml
x-amazon-apigateway-policy: {Statement: [{Resource: '${api}<9000 x a>'}]}
paths: {}
```

## References
- keys: limit-policy-size
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

import msgspec

from specforge import limits
from specforge.ir import Policy
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

EXPRESSIONS = ("${", '"Fn::', '"Ref":')


@rule(on=Policy, severity=WARNING, since="0.1", kinds=(REST,))
def check(policy: Policy, context: Context) -> Findings:
    text = msgspec.json.encode(policy.document).decode()
    most = limits.POLICY_CHARACTERS.value
    if len(text) > most and not any(mark in text for mark in EXPRESSIONS):
        message = f"the policy has {len(text)} characters; the default quota is {most}"
        yield Found(policy.origin, message, on_key=True)
