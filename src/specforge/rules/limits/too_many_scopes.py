"""Checks that a route asks for no more scopes than AWS allows.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      security:
        - shop: [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11]  # error: "at most 10"
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    shop:
      type: oauth2
      x-amazon-apigateway-authorizer:
        type: jwt
        jwtConfiguration: {issuer: 'https://id.example.com', audience: [shop]}
```
```yaml http
paths:
  /orders:
    get:
      security:
        - shop: [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10]
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    shop:
      type: oauth2
      x-amazon-apigateway-authorizer:
        type: jwt
        jwtConfiguration: {issuer: 'https://id.example.com', audience: [shop]}
```
```yaml http
paths:
  /a: {get: {security: [{shop: [a, b, c, d, e, f, g, h, i, j, k]}, {none: [a, b, c, d, e, f, g, h, i, j, k]}]}}
components: {securitySchemes: {shop: {type: oauth2}}}
```

## References
- keys: limit-route-scopes
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Jwt, SecurityUse
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=SecurityUse, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(use: SecurityUse, context: Context) -> Findings:
    scheme = context.api.security_schemes.get(use.scheme)
    most = limits.ROUTE_SCOPES.value
    if len(use.scopes) > most and scheme is not None and isinstance(scheme.authorizer, Jwt):
        yield Found(use.origin, f"{use.scheme} is asked for {len(use.scopes)} scopes; a route can have at most {most}")
