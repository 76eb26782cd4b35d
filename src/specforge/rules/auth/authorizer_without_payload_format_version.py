"""Checks that a Lambda authorizer of an HTTP API says in which format the function gets the request.

## Why is this bad?
The import of the API fails.

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
      x-amazon-apigateway-authorizer:  # error: "authorizerPayloadFormatVersion"
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: $request.header.Authorization
```
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
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: $request.header.Authorization
        authorizerPayloadFormatVersion: '2.0'
```

## References
- keys: auth-http-payload-version
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=LambdaRequest, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(authorizer: LambdaRequest, context: Context) -> Findings:
    origin = authorizer.origin
    if origin.at("authorizerPayloadFormatVersion") is origin:
        yield Found(
            origin,
            "the authorizer has no authorizerPayloadFormatVersion; it must be 1.0 or 2.0",
            on_key=True,
            aws_message="AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer",
        )
