"""Checks that scopes do not go with identityValidationExpression.

## Why is this bad?
The expression is matched against `aud`, which the access tokens of Cognito do not have: every call is answered with 401.

## Examples
```yaml
paths:
  /orders:
    get:
      security: [{pool: [orders.read]}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']
        identityValidationExpression: orders  # error: "scopes"
```
```yaml
paths:
  /orders:
    get:
      security: [{pool: [], other: [orders.read]}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    other: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']
        identityValidationExpression: orders
```

## References
- keys: auth-cognito-access-token-regex
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
"""

from __future__ import annotations

from specforge.diagnostics import Note
from specforge.ir import Cognito
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Cognito, severity=WARNING, since="0.1", kinds=(REST,), needs="identityValidationExpression")
def check(authorizer: Cognito, context: Context) -> Findings:
    if authorizer.identity_validation_expression is None:
        return
    at = authorizer.origin.at("identityValidationExpression")
    for operation in context.api.operations:
        uses = [use for requirement in operation.security or () for use in requirement]
        if any(use.scheme == authorizer.name and use.scopes for use in uses):
            message = f"the audience is checked, but {operation} asks for scopes, so for access tokens, which have none"
            yield Found(at, message, on_key=True, notes=(Note(f"{operation} asks for scopes", operation.origin),))
            return
