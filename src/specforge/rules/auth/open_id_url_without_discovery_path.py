"""Checks that openIdConnectUrl is the address of the discovery document.

## Why is this bad?
API Gateway takes the issuer from it by leaving out /.well-known/openid-configuration; without that it finds none.

## Examples
```yaml http
paths: {}
components:
  securitySchemes:
    login:
      type: openIdConnect
      openIdConnectUrl: https://login.example.com  # error: "/.well-known/openid-configuration"
      x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}
```
```yaml http
paths: {}
components:
  securitySchemes:
    login: {type: openIdConnect, openIdConnectUrl: https://login.example.com/.well-known/openid-configuration, x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
    later: {type: openIdConnect, openIdConnectUrl: 'https://${Host}', x-amazon-apigateway-authorizer: {type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: {audience: [orders]}}}
    other: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com'}
    oauth: {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {issuer: 'https://login.example.com', audience: [a]}}}
```

## References
- keys: auth-jwt-openid-url
- http-api-jwt-authorizer.html
"""

from __future__ import annotations

from specforge.ir import Jwt, SecurityScheme
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule

DISCOVERY = "/.well-known/openid-configuration"


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(scheme: SecurityScheme, context: Context) -> Findings:
    url = scheme.open_id_connect_url
    if isinstance(scheme.authorizer, Jwt) and url and "${" not in url and not url.endswith(DISCOVERY):
        yield Found(scheme.origin.at("openIdConnectUrl"), f"openIdConnectUrl is {url}; it must end with {DISCOVERY}")
