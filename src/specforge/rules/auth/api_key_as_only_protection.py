"""Checks that an API key is not all that protects a method.

## Why is this bad?
API keys count and throttle calls; they travel in the clear, are shared and do not expire, so that they prove nothing.

## Examples
```yaml
paths:
  /orders:
    get:
      security: [{key: []}]  # error: "API key"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```
```yaml
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
x-amazon-apigateway-policy: {Statement: []}
paths: {/orders: {get: {security: [{key: []}]}}}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```
```yaml set:deploy.endpoint.type=private
paths: {/orders: {get: {security: [{key: []}]}}}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```
```yaml set:deploy.endpoint.type=edge
paths:
  /orders:
    get: {security: [{key: []}]}  # error: "API key"
    put: {security: [{key: []}], x-amazon-apigateway-auth: {type: AWS_IAM}}
    post: {security: []}
    options: {security: [{key: []}], x-amazon-apigateway-integration: {type: mock}}  # preflight-guarded
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
```

## References
- keys: auth-apikey-only
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.guards import authorizers_of, is_mock_preflight
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    api = context.api
    endpoint = api.deployment.endpoint if api.deployment is not None else None
    elsewhere = api.policy is not None or (endpoint is not None and endpoint.type == "private")
    if not operation.api_key_required or operation.auth is not None or authorizers_of(operation, api) or elsewhere:
        return
    if context.document.completed_by_sam or is_mock_preflight(operation):
        return
    place = (api if operation.security_inherited else operation).origin.at("security")
    yield Found(place, "an API key is the only protection; it must stand beside an authorizer", on_key=True)
