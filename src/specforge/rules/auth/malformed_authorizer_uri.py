"""Checks that the URI of a Lambda authorizer is the function's invocation ARN for API Gateway.

## Why is this bad?
API Gateway does not take the ARN of the function itself; the import fails.

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
        authorizerUri: arn:aws:lambda:eu-west-1:123456789012:function:guard  # error: "/invocations"
    other: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token}}  # error: "no authorizerUri"
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
    malformed: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: [guard]}}
```

## References
- keys: auth-authorizer-uri
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

import re

from specforge.ir import LambdaRequest, LambdaToken
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

SHAPE = re.compile(r"arn:[^:]*:apigateway:[^:]*:lambda:path/2015-03-31/functions/.+/invocations\Z")
WANTED = "arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations"


@rule(on=LambdaToken | LambdaRequest, severity=ERROR, stops="gateway", since="0.1")
def check(authorizer: LambdaToken | LambdaRequest, context: Context) -> Findings:
    uri = authorizer.uri
    if uri is None:
        if authorizer.origin.at("authorizerUri") is authorizer.origin:
            yield Found(authorizer.origin, f"the authorizer has no authorizerUri; it must be {WANTED}", on_key=True)
    elif uri.literal is not None and not SHAPE.match(uri.literal):
        yield Found(
            authorizer.origin.at("authorizerUri"),
            f"authorizerUri is {uri}; it must be {WANTED}",
            aws_message=f"Invalid Authorizer URI: {uri}. Authorizer URI should be a valid API Gateway ARN",
        )
