"""Checks that identityValidationExpression is a regular expression.

## Why is this bad?
API Gateway matches the token against it before the authorizer runs; the import fails.

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
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identityValidationExpression: 'Bearer ('  # error: "regular expression"
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
        identityValidationExpression: '^Bearer [-0-9A-Za-z._]++$'
    any:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```

## References
- keys: auth-identity-regex
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
"""

from __future__ import annotations

from specforge.ir import Cognito, LambdaToken
from specforge.rules.regular_expressions import is_no_regex
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(
    on=LambdaToken | Cognito,
    severity=ERROR,
    stops="gateway",
    since="0.1",
    kinds=(REST,),
    needs="identityValidationExpression",
)
def check(authorizer: LambdaToken | Cognito, context: Context) -> Findings:
    text = authorizer.identity_validation_expression
    if text is not None and text.literal is not None and is_no_regex(text.literal):
        at = authorizer.origin.at("identityValidationExpression")
        yield Found(at, f"identityValidationExpression is {text}; it must be a regular expression")
