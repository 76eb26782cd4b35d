"""Checks that no route of an HTTP API relies on an API key.

## Why is this bad?
HTTP APIs have no API keys: the route deploys without the check.

## Examples
```yaml http
paths:
  /orders:
    get:
      security: [{key: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, payloadFormatVersion: '1.0'}
    put: {security: [{partner: []}]}
    post: {security: [{partner: []}]}
components:
  securitySchemes:
    key:  # error: "API key key of GET /orders"
      type: apiKey
      name: x-api-key
      in: header
    partner: {type: apiKey, name: x-api-key, in: header}  # error: "PUT /orders and 1 more"
```
```yaml http
paths:
  /orders:
    get:
      security: [{login: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, payloadFormatVersion: '1.0'}
    put: {security: [{iam: []}]}
    post: {security: [{pool: []}]}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: https://login.example.com/.well-known/openid-configuration, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: auth-apikey-http
- http-api-vs-rest.html
"""

from __future__ import annotations

from specforge.ir import SecurityScheme
from specforge.rules.guards import schemes_of
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule
from specforge.rules.witnesses import first_and_more


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(scheme: SecurityScheme, context: Context) -> Findings:
    if scheme.type != "apiKey" or scheme.authorizer is not None or scheme.authtype is not None:
        return
    relying = [one for one in context.api.operations if scheme.name in schemes_of(one, context.api)]
    if relying:
        yield Found(
            scheme.origin,
            f"an HTTP API does not check the API key {scheme.name} of {first_and_more(relying)}",
            on_key=True,
            aws_message="ApiKeyRequired is not currently supported for HTTP APIs.",
        )
