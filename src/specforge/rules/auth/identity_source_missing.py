"""Checks that a Lambda authorizer of type request whose result is cached has an identity source.

## Why is this bad?
The cache has no key; the import fails.

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
      x-amazon-apigateway-authorizer:  # error: "identitySource"
        type: request
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
        authorizerResultTtlInSeconds: 1
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
        authorizerResultTtlInSeconds: 0
```

## References
- keys: auth-identity-source-required
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import LambdaRequest
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=LambdaRequest, severity=ERROR, stops="gateway", since="0.1")
def check(authorizer: LambdaRequest, context: Context) -> Findings:
    cached = isinstance(authorizer.ttl_s, int) and authorizer.ttl_s > 0
    if cached and not authorizer.identity_sources and not authorizer.identity_source_declared:
        yield Found(
            authorizer.origin,
            "the authorizer caches its result but has no identitySource; it must have one",
            on_key=True,
            aws_message="Identity source must be set if authorizer caching is enabled (TTL is greater than 0)",
        )
