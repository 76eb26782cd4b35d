"""Checks that an authorizer's result is cached for at most an hour.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerResultTtlInSeconds: 3601}}  # error: "at most 3600"
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerResultTtlInSeconds: 3600}}
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerResultTtlInSeconds: -1}}  # error: "at least 0"
```
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer:
        {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations',
          authorizerResultTtlInSeconds: 0}}
```

## References
- keys: auth-ttl-range
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Cognito, LambdaRequest, LambdaToken
from specforge.rules.bounds import broken_bound
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(
    on=LambdaToken | LambdaRequest | Cognito,
    severity=ERROR,
    stops="gateway",
    since="0.1",
    needs="authorizerResultTtlInSeconds",
)
def check(authorizer: LambdaToken | LambdaRequest | Cognito, context: Context) -> Findings:
    ttl = authorizer.ttl_s
    bound = broken_bound(ttl, 0, limits.AUTHORIZER_TTL_MAX_S.value) if isinstance(ttl, int) else None
    if bound is not None:
        yield Found(
            authorizer.origin.at("authorizerResultTtlInSeconds"),
            f"authorizerResultTtlInSeconds is {ttl}; it must be {bound}",
            aws_message="Authorizer result TTL outside allowable range. TTL must be between 0 and 3600 seconds.",
        )
