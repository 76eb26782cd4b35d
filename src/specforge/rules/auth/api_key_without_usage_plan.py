"""Checks that an API which asks for API keys is deployed with a usage plan.

## Why is this bad?
A key counts only for the stages of a usage plan: without one every call is answered with 403.

## Examples
```yaml set:deploy.stages.prod.tracing=true
paths:
  /orders:
    get:
      security: [{key: [], pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    key:  # error: "usage plan"
      type: apiKey
      name: x-api-key
      in: header
```
```yaml set:deploy.stages.prod.tracing=true set:deploy.usage-plans.gold.stages=[prod]
paths:
  /orders:
    get:
      security: [{key: [], pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml
paths:
  /orders:
    get:
      security: [{key: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```
```yaml set:deploy.region=eu-west-1
paths:
  /orders:
    get:
      security: [{key: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```

## References
- keys: auth-apikey-no-plan
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.ir import SecurityScheme
from specforge.rules.guards import schemes_in_use
from specforge.rules.rule import DEPLOY, REST, WARNING, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(REST,), needs=DEPLOY)
def check(scheme: SecurityScheme, context: Context) -> Findings:
    deployment = context.api.deployment
    if not scheme.is_api_key or deployment is None or not deployment.stages or deployment.usage_plans:
        return
    if scheme.name in schemes_in_use(context.api):
        message = "methods ask for an API key, but specforge.yaml has no usage plan; it must have one"
        yield Found(scheme.origin, message, on_key=True)
