"""Checks that an HTTP API whose $default route is guarded lets preflights through.

## Why is this bad?
The $default route gets the preflights, too, which carry no credentials: its authorizer turns them away.

## Examples
```yaml http
x-amazon-apigateway-cors: {allowOrigins: ['https://app.example.com']}
paths:
  /$default: {x-amazon-apigateway-any-method: {security: [{login: []}]}}  # error: "OPTIONS /{proxy+}"
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```
```yaml http
x-amazon-apigateway-cors: {}
paths:
  /$default: {x-amazon-apigateway-any-method: {security: [{login: []}]}}
  /{proxy+}: {options: {responses: {}}}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```
```yaml http
paths:
  /$default: {x-amazon-apigateway-any-method: {security: [{login: []}]}}
  /orders: {get: {security: [{login: []}]}}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```
```yaml http
x-amazon-apigateway-cors: {}
paths:
  /$default: {x-amazon-apigateway-any-method: {responses: {}}}
  /orders: {get: {security: [{login: []}]}}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```
```yaml http
x-amazon-apigateway-cors: {}
paths:
  /$default: {x-amazon-apigateway-any-method: {security: [{login: []}]}}  # error: "OPTIONS"
  /{proxy+}: {options: {security: [{login: []}]}, get: {}}
  /{id}: {options: {}}
  /a/{b+}: {options: {}}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```

## References
- keys: cors-http-default-route-auth
- http-api-cors.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.guards import authorizers_of
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(operation: Operation, context: Context) -> Findings:
    api = context.api
    if not operation.is_default_route or api.cors is None or not authorizers_of(operation, api):
        return
    if any(_lets_through(other) and not authorizers_of(other, api) for other in api.operations):
        return
    place = (api if operation.security_inherited else operation).origin.at("security")
    message = "the $default route turns preflights away; there must be an open route OPTIONS /{proxy+}"
    yield Found(place, message, on_key=True)


def _lets_through(operation: Operation) -> bool:
    return operation.method in {"OPTIONS", "ANY"} and operation.path.startswith("/{") and operation.path.endswith("+}")
