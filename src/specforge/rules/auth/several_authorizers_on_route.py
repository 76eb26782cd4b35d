"""Checks that a route of an HTTP API has one authorizer.

## Why is this bad?
A route is guarded by IAM, by a Lambda function or by JWT, never by two; the import fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      security: [{iam: []}, {login: []}]  # error: "iam and login"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, payloadFormatVersion: '1.0'}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    login: {type: openIdConnect, openIdConnectUrl: https://login.example.com/.well-known/openid-configuration, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```
```yaml http
paths:
  /orders:
    get:
      security: [{login: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, payloadFormatVersion: '1.0'}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    login: {type: openIdConnect, openIdConnectUrl: https://login.example.com/.well-known/openid-configuration, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
```

## References
- keys: auth-multiple-http
- http-api-open-api.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.guards import authorizers_of
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(operation: Operation, context: Context) -> Findings:
    names = list(authorizers_of(operation, context.api))
    if len(names) > 1:
        message = f"{operation} has the authorizers {' and '.join(names)}; it must have one"
        yield Found(operation.origin.at("security"), message, on_key=True)
