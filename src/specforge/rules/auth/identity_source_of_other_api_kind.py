"""Checks that an identity source is written as this kind of API reads it.

## Why is this bad?
REST APIs read `method.request.header.X`, HTTP APIs `$request.header.X`; the other form makes the import fail.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: request, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          identitySource: $request.header.Authorization}}  # error: "method.request"
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: request, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          identitySource: 'method.request.header.Authorization, context.httpMethod'}}
```
```yaml http
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: request, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerPayloadFormatVersion: '2.0', identitySource: method.request.header.Authorization}}  # error: "$request"
```
```yaml http
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: request, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerPayloadFormatVersion: '2.0', identitySource: $request.header.Authorization}}
```

## References
- keys: auth-identity-source-syntax-rest, auth-identity-source-syntax-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

import re

from specforge.ir import Cognito, Jwt, Kind, LambdaRequest, LambdaToken
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

REST_FORM = re.compile(
    r"(method\.request\.(header|querystring|multivalueheader|multivaluequerystring)|stageVariables|context)\."
)
HTTP_FORM = re.compile(r"\$(request\.(header|querystring)|stageVariables|context)\.")


@rule(
    on=LambdaToken | LambdaRequest | Cognito | Jwt, severity=ERROR, stops="gateway", since="0.1", needs="identitySource"
)
def check(authorizer: LambdaToken | LambdaRequest | Cognito | Jwt, context: Context) -> Findings:
    http = context.api.kind is Kind.HTTP
    form = HTTP_FORM if http else REST_FORM
    for source in authorizer.identity_sources:
        literal = source.literal
        if literal is None or form.match(literal):
            continue
        wanted = "$request.header.<name>, $context.<name>" if http else "method.request.header.<name>, context.<name>"
        says = f"Invalid {'identity source' if http else 'request identity source'} expression: {literal}"
        yield Found(
            authorizer.origin.at("identitySource"),
            f"the identity source is {literal}; on {'an HTTP' if http else 'a REST'} API it must be like {wanted}",
            aws_message=says,
        )
