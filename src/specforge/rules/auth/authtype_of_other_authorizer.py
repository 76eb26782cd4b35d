"""Checks that the authtype of a scheme fits its authorizer.

## Why is this bad?
The two say differently who checks the caller; which one the import follows is UNCONFIRMED.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools  # error: "token"
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
    other:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: awsSigv4  # error: "token"
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: oauth2
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    key: {type: apiKey, name: x-api-key, in: header}
    pool2: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: auth-authtype-conflict
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
"""

from __future__ import annotations

from specforge.ir import Cognito, Iam, Invalid, SecurityScheme
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(REST,), needs="authtype")
def check(scheme: SecurityScheme, context: Context) -> Findings:
    authorizer, authtype = scheme.authorizer, scheme.authtype
    if authorizer is None or isinstance(authorizer, Invalid | Iam) or authtype is None:
        return
    said = (authtype.literal or "").lower()
    if said == "awssigv4" or (said == "cognito_user_pools" and not isinstance(authorizer, Cognito)):
        at, kind = scheme.origin.at("x-amazon-apigateway-authtype"), authorizer.origin.at("type").value
        yield Found(at, f"the authtype is {authtype}, but the authorizer is of type {kind}; they must agree")
