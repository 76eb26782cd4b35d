"""Checks that a cached method which knows its caller has the caller in the cache key.

## Why is this bad?
The answer for the first caller is given to all who come after, whoever they are.

## Examples
```yaml set:deploy.stages.prod.cache.size=0.5
paths:
  /orders:
    get:
      security: [{pool: []}]
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, cacheKeyParameters: [method.request.querystring.status]}  # error: "pool"
    put: {security: [{pool: []}]}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml set:deploy.stages.prod.cache.size=0.5
paths:
  /orders:
    get:
      security: [{pool: []}]
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, cacheKeyParameters: [method.request.header.Authorization]}
  /items:
    get:
      security: [{pool: []}]
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, cacheKeyParameters: [context.authorizer.claims.sub]}
  /rates:
    get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml set:deploy.stages.prod.cache.size=0.5 set:deploy.stages.prod.cache.ttl=0
paths:
  /orders:
    get:
      security: [{pool: []}]
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: cache-auth-header
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.cached import cached_methods
from specforge.rules.guards import authorizers_of
from specforge.rules.rule import DEPLOY, REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs=DEPLOY)
def check(api: Api, context: Context) -> Findings:
    for operation, integration, stage in cached_methods(api):
        guards = authorizers_of(operation, api)
        keys = [str(key).lower() for key in integration.cache_key_parameters]
        names = [(scheme.parameter_name or "").lower() for scheme in guards.values()]
        if guards and not any(f".{name}" in key or "authorizer" in key for key in keys for name in names):
            message = f"the stage {stage} caches {operation} for all callers of {' and '.join(guards)} together"
            yield Found(integration.origin, f"{message}; the key must tell them apart", on_key=True)
