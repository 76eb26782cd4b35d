"""Checks that a scheme whose authorizer reads several things is named Unused.

## Why is this bad?
The scheme promises that one header is enough. AWS asks for `name: Unused, in: header` where identitySource names several.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization  # error: "Unused"
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: method.request.header.Authorization, method.request.querystring.tenant
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Unused
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: method.request.header.Authorization, method.request.querystring.tenant
    one:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        identitySource: method.request.header.Authorization
    key: {type: apiKey, name: x-api-key, in: header}
```

## References
- keys: auth-request-unused-name
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest, SecurityScheme
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(REST,), needs="identitySource")
def check(scheme: SecurityScheme, context: Context) -> Findings:
    authorizer, name = scheme.authorizer, scheme.parameter_name
    if isinstance(authorizer, LambdaRequest) and len(authorizer.identity_sources) > 1 and name not in (None, "Unused"):
        count = len(authorizer.identity_sources)
        yield Found(scheme.origin.at("name"), f"the name is {name}, but there are {count} sources; it must be Unused")
