"""Checks that the authorizer of a REST API belongs to a scheme of type apiKey.

## Why is this bad?
API Gateway ignores schemes of other types, with their authorizers: the methods deploy open to everybody.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    pool:
      type: oauth2  # error: "apiKey"
      flows: {}
      x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}
```
```yaml
paths: {}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    bearer: {type: http, scheme: bearer}
    misspelt: {type: apikey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token}}
```

## References
- keys: auth-scheme-type-apikey
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Jwt, SecurityScheme
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

OTHERS = ("basic", "http", "mutualTLS", "oauth2", "openIdConnect")


@rule(on=SecurityScheme, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(scheme: SecurityScheme, context: Context) -> Findings:
    if scheme.authorizer is None or isinstance(scheme.authorizer, Invalid | Jwt) or scheme.type not in OTHERS:
        return
    yield Found(
        scheme.origin.at("type"),
        f"the type of {scheme.name} is {scheme.type}; a scheme with an authorizer must be apiKey",
        aws_message=f"Unsupported security definition type '{scheme.type}' for '{scheme.name}'. Ignoring.",
    )
