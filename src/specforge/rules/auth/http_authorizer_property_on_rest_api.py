"""Tells that an authorizer of a REST API has properties of HTTP APIs.

## Why is this bad?
They have no effect: the function gets the format of REST APIs and must answer with a policy.

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
        enableSimpleResponses: true  # error: "HTTP APIs"
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
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: method.request.header.Authorization
```

## References
- keys: auth-simple-responses-rest
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest, LambdaToken
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule

OF_HTTP = ("enableSimpleResponses", "authorizerPayloadFormatVersion")


@rule(on=LambdaToken | LambdaRequest, severity=INFO, since="0.1", kinds=(REST,))
def check(authorizer: LambdaToken | LambdaRequest, context: Context) -> Findings:
    for key in OF_HTTP:
        at = authorizer.origin.at(key)
        if at is not authorizer.origin:
            yield Found(at, f"{key} has an effect on HTTP APIs only", on_key=True)
