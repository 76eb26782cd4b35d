"""Checks that stage variables name the function of an authorizer only.

## Why is this bad?
A stage variable may stand for the name or the alias of the function, not for the Region or the account.

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
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${stageVariables.account}:function:guard/invocations  # error: "account"
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
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:${stageVariables.guard}/invocations
    short:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway
```

## References
- keys: auth-authorizer-uri-stagevar
- https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest, LambdaToken
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

PLACES = {3: "Region", 8: "Region", 9: "account"}
"""Parts of `arn:aws:apigateway:<region>:lambda:path/.../functions/arn:aws:lambda:<region>:<account>:...`."""


@rule(on=LambdaToken | LambdaRequest, severity=WARNING, since="0.1", kinds=(REST,))
def check(authorizer: LambdaToken | LambdaRequest, context: Context) -> Findings:
    parts = authorizer.uri.split(":") if authorizer.uri is not None else ()
    for index, place in PLACES.items():
        if len(parts) > index and any(one.tool == "stage" for one in parts[index].deferred):
            message = f"a stage variable stands for the {place}; it can only stand for the function's name or alias"
            yield Found(authorizer.origin.at("authorizerUri"), message)
