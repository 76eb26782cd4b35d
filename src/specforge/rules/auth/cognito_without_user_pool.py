"""Checks that a Cognito authorizer names a user pool.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: []  # error: "user pool"
    other:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:1234:userpool/eu-west-1_abc']}  # error: "it must be arn:aws:cognito-idp:<region>"
    third:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authorizer:  # error: "names no user pool"
        type: cognito_user_pools
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc', 'arn:aws:cognito-idp:eu-west-1:${stageVariables.account}:userpool/eu-west-1_abc', '${Pool}']
```

## References
- keys: auth-cognito-arns
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
"""

from __future__ import annotations

import re

from specforge.ir import Cognito
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

ARN = re.compile(r"arn:[^:]*:cognito-idp:[^:]*:[0-9]{12}:userpool/.+\Z")


@rule(on=Cognito, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(authorizer: Cognito, context: Context) -> Findings:
    at = authorizer.origin.at("providerARNs")
    if at is authorizer.origin or at.value == []:
        says = "ProviderARNs cannot be empty"
        message = "the authorizer names no user pool; providerARNs must hold one"
        yield Found(at, message, on_key=at is authorizer.origin, aws_message=says)
    for index, arn in enumerate(authorizer.provider_arns):
        if arn.literal is not None and "${" not in arn.literal and not ARN.match(arn.literal):
            wanted = "arn:aws:cognito-idp:<region>:<account>:userpool/<id>"
            yield Found(at.at(index), f"the user pool is {arn}; it must be {wanted}")
