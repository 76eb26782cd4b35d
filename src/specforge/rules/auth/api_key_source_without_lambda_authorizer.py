"""Checks that a Lambda authorizer gives the API key where it is said to.

## Why is this bad?
With the source AUTHORIZER only a Lambda authorizer can hand over the key: without one no call has a key.

## Examples
```yaml
x-amazon-apigateway-api-key-source: AUTHORIZER  # error: "Lambda"
paths:
  /orders:
    get:
      security: [{pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml
x-amazon-apigateway-api-key-source: AUTHORIZER
paths:
  /orders:
    get:
      security: [{guard: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```
```yaml
x-amazon-apigateway-api-key-source: HEADER
paths: {}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: auth-apikey-source-authorizer
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
"""

from __future__ import annotations

from specforge.ir import Api, LambdaRequest, LambdaToken
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="api-key-source")
def check(api: Api, context: Context) -> Findings:
    source = api.api_key_source.literal if api.api_key_source is not None else None
    if (source or "").upper() != "AUTHORIZER" or context.document.completed_by_sam:
        return
    if not any(isinstance(one.authorizer, LambdaToken | LambdaRequest) for one in api.security_schemes.values()):
        at = api.origin.at("x-amazon-apigateway-api-key-source")
        yield Found(at, "API keys come from the authorizer, but the document has no Lambda authorizer")
