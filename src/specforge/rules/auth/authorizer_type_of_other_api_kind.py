"""Checks that an authorizer is of a type that this kind of API has.

## Why is this bad?
REST APIs have token, request and cognito_user_pools authorizers, HTTP APIs request and jwt; another makes the import fail.

## Examples
```yaml http
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token  # error: "request or jwt"
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
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```

## References
- keys: auth-authorizer-type
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import Cognito, Jwt, Kind, LambdaToken
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

REST_TYPES = "token, request or cognito_user_pools"
HTTP_TYPES = "request or jwt"


@rule(on=LambdaToken | Cognito | Jwt, severity=ERROR, stops="gateway", since="0.1")
def check(authorizer: LambdaToken | Cognito | Jwt, context: Context) -> Findings:
    http = context.api.kind is Kind.HTTP
    if isinstance(authorizer, Jwt) == http:
        return
    kind = authorizer.origin.at("type").value
    api = "an HTTP" if http else "a REST"
    yield Found(
        authorizer.origin.at("type"),
        f"the authorizer's type is {kind}; on {api} API it must be {HTTP_TYPES if http else REST_TYPES}",
    )
