"""Checks that only authorizers that read scopes are asked for scopes.

## Why is this bad?
Only Cognito user pools (REST) and JWT (HTTP) know scopes; with another authorizer the import fails.

## Examples
```yaml
paths:
  /orders:
    get:
      security:
        - guard: [orders.read]  # error: "only a Cognito authorizer"
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```
```yaml http
paths: {/orders: {get: {security: [{iam: [orders.read]}], responses: {'200': {description: ok}}}}}  # error: "only a JWT authorizer"
components: {securitySchemes: {iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}}}
```
```yaml
paths:
  /orders:
    get:
      security:
        - guard: []
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```

## References
- keys: auth-scopes-not-cognito, auth-scopes-not-jwt
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
"""

from __future__ import annotations

from specforge.ir import Iam, Kind, LambdaRequest, LambdaToken, SecurityUse
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=SecurityUse, severity=ERROR, stops="gateway", since="0.1")
def check(use: SecurityUse, context: Context) -> Findings:
    scheme = context.api.security_schemes.get(use.scheme)
    if not use.scopes or scheme is None or not isinstance(scheme.authorizer, LambdaToken | LambdaRequest | Iam):
        return
    reader, named = ("a JWT", "and JWT ") if context.api.kind is Kind.HTTP else ("a Cognito", "")
    yield Found(
        use.origin,
        f"{use.scheme} is asked for scopes, which only {reader} authorizer reads; the list must be empty",
        aws_message=f"Authorization Scopes are only valid for COGNITO_USER_POOLS {named}authorization type",
    )
