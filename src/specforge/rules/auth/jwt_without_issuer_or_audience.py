"""Checks that a JWT authorizer names an https issuer and at least one audience.

## Why is this bad?
The import of the API fails, or the route deploys without its authorizer.

## Examples
```yaml http
paths: {}
components:
  securitySchemes:
    guard:
      type: oauth2
      flows: {}
      x-amazon-apigateway-authorizer:
        type: jwt
        identitySource: $request.header.Authorization
        jwtConfiguration: {issuer: 'http://login.example.com', audience: [orders]}  # error: "https"
    second: {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {audience: [orders]}}}  # error: "no issuer"
    third: {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {issuer: 'https://login.example.com'}}}  # error: "no audience"
    fourth: {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {issuer: 'https://login.example.com', audience: []}}}  # error: "no audience"
    fifth:
      type: oauth2
      flows: {}
      x-amazon-apigateway-authorizer:
        type: jwt
        jwtConfiguration:
          issuer: https://login.example.com
          audience:
            - orders  # error: "51 audiences"
            - shop<n>  # times 50
```
```yaml http
paths: {}
components:
  securitySchemes:
    guard:
      type: oauth2
      flows: {}
      x-amazon-apigateway-authorizer:
        type: jwt
        identitySource: $request.header.Authorization
        jwtConfiguration:
          issuer: 'https://login.example.com'
          audience:
            - shop<n>  # times 50
    discovered: {type: openIdConnect, openIdConnectUrl: 'https://login.example.com/.well-known/openid-configuration', x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {audience: [orders]}}}
    malformed: {type: oauth2, flows: {}, x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {issuer: [a], audience: {a: b}}}}
```

## References
- keys: auth-jwt-issuer, auth-jwt-audience, limit-jwt-audience
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Jwt
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Jwt, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(authorizer: Jwt, context: Context) -> Findings:
    configuration = authorizer.origin.at("jwtConfiguration")
    discovered = context.api.security_schemes[authorizer.name].open_id_connect_url is not None
    issuer = authorizer.issuer
    if issuer is None and not discovered and configuration.at("issuer") is configuration:
        says = "JwtConfiguration must not be null for JWT Authorizer"
        yield Found(configuration, "the authorizer names no issuer; it must name one", on_key=True, aws_message=says)
    elif issuer is not None and issuer.startswith("https://") is False:
        says = "Invalid issuer: Issuer is not a valid URL for JWT Authorizer"
        message = f"the issuer is {issuer}; it must start with https://"
        yield Found(configuration.at("issuer"), message, aws_message=says)
    most = limits.JWT_AUDIENCES.value
    count = len(authorizer.audience)
    at = configuration.at("audience")
    if not count and (at is configuration or at.value == []):
        yield Found(at, "the authorizer names no audience; it must name one", on_key=True)
    elif count > most:
        yield Found(at, f"the authorizer has {count} audiences; it can have at most {most}")
