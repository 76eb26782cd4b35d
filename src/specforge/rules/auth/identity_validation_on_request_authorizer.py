"""Checks that identityValidationExpression is not given to a request authorizer.

## Why is this bad?
API Gateway matches the token of token and Cognito authorizers only: here nothing is checked before the function runs.

## Examples
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
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: method.request.header.Authorization
        identityValidationExpression: ^Bearer  # error: "request"
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
        identityValidationExpression: ^Bearer
```

## References
- keys: auth-identity-regex-request
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=LambdaRequest, severity=WARNING, since="0.1", kinds=(REST,))
def check(authorizer: LambdaRequest, context: Context) -> Findings:
    if authorizer.identity_validation_expression is not None:
        at = authorizer.origin.at("identityValidationExpression")
        yield Found(at, "an authorizer of type request does not use identityValidationExpression", on_key=True)
