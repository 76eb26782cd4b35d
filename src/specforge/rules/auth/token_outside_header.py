"""Checks that the scheme of a token authorizer is a header.

## Why is this bad?
A token authorizer gets one header of the request and nothing else; the import fails.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: token
      in: query  # error: "header"
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: token
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
    other: {type: apiKey, name: key, in: query}
```

## References
- keys: auth-token-in-header
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaToken, SecurityScheme
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(scheme: SecurityScheme, context: Context) -> Findings:
    if isinstance(scheme.authorizer, LambdaToken) and scheme.location in {"query", "cookie"}:
        message = f"the token is in {scheme.location}; an authorizer of type token reads a header only"
        yield Found(scheme.origin.at("in"), message)
