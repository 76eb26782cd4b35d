"""Checks that enableSimpleResponses goes with payload format 2.0.

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
      x-amazon-apigateway-authorizer:
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: $request.header.Authorization
        authorizerPayloadFormatVersion: '1.0'
        enableSimpleResponses: true  # error: "2.0"
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
        enableSimpleResponses: true
```

## References
- keys: auth-simple-responses
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=LambdaRequest, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(authorizer: LambdaRequest, context: Context) -> Findings:
    version = authorizer.payload_format_version
    if authorizer.enable_simple_responses is True and version is not None and version.literal not in (None, "2.0"):
        yield Found(
            authorizer.origin.at("enableSimpleResponses"),
            f"enableSimpleResponses is true with payload format {version}; it needs 2.0",
            aws_message='EnableSimpleResponses can only be set for AuthorizerPayloadFormatVersion "2.0".',
        )
