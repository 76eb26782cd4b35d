"""Tells that no operation uses an authorizer of the document.

## Why is this bad?
API Gateway makes it all the same, and it counts to the ten that an API may have; perhaps `security` was forgotten.

## Examples
```yaml
paths:
  /orders:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool:  # error: "pool"
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}
```
```yaml
paths:
  /orders:
    get:
      security: [{pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    key: {type: apiKey, name: x-api-key, in: header}
```

## References
- keys: auth-unused-authorizer
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
"""

from __future__ import annotations

from specforge.ir import Iam, SecurityScheme
from specforge.rules.guards import schemes_in_use
from specforge.rules.rule import GATEWAY, INFO, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=INFO, since="0.1", kinds=GATEWAY)
def check(scheme: SecurityScheme, context: Context) -> Findings:
    if scheme.authorizer is None or isinstance(scheme.authorizer, Iam) or context.document.completed_by_sam:
        return
    if scheme.name not in schemes_in_use(context.api):
        yield Found(scheme.origin, f"no operation uses the authorizer {scheme.name}", on_key=True)
