"""Checks that the API has no more authorizers than the default quota allows.

## Why is this bad?
The import fails beyond the quota of the account; an authorizer counts even when no operation uses it. AWS raises the
quota on request.

## Examples
```yaml
paths: {}
components:
  securitySchemes:  # error: "the default quota is 10"
    guard<n>: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}  # times 11
```
```yaml
paths: {}
components:
  securitySchemes:
    guard<n>: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}  # times 10
```
```yaml
swagger: '2.0'
paths: {}
securityDefinitions:  # error: "11 authorizers"
  guard<n>: {type: apiKey, name: a, in: header, x-amazon-apigateway-authorizer: {type: token}}  # times 11
```
```yaml
paths: {}
components:
  securitySchemes:
    key<n>: {type: apiKey, name: x-api-key, in: header}  # times 11
```

## References
- keys: limit-authorizers
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api
from specforge.ir.authorizer import AuthorizerSettings
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1")
def check(api: Api, context: Context) -> Findings:
    count = sum(isinstance(scheme.authorizer, AuthorizerSettings) for scheme in api.security_schemes.values())
    most = limits.AUTHORIZERS.value
    if count > most:
        place = ("securityDefinitions",) if api.swagger else ("components", "securitySchemes")
        yield Found(api.origin.at(*place), f"the API has {count} authorizers; the default quota is {most}", on_key=True)
