"""Checks that a preflight allows the header by which callers of the path prove who they are.

## Why is this bad?
A browser does not send a header that the preflight does not allow: every call is answered with 401 or 403.

## Examples
```yaml
paths:
  /orders:
    get: {security: [{pool: []}]}
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"  # error: "X-Token"
components: {securitySchemes: {pool: {type: apiKey, name: X-Token, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}}}
```
```yaml
paths:
  /orders:
    get: {security: [{pool: []}]}
    put: {security: [{in-query: [], other: []}]}
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'content-type,x-token'"
  /items:
    options: {x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}}}}
    put: {security: []}
components:
  securitySchemes:
    pool: {type: apiKey, name: X-Token, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    in-query: {type: apiKey, name: token, in: query, x-amazon-apigateway-authtype: awsSigv4}
    other: {type: apiKey, name: X-Other, in: header}
```

## References
- keys: cors-allow-headers-auth
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Api, SecurityScheme
from specforge.rules.cors_headers import listings
from specforge.rules.guards import schemes_of
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(api: Api, context: Context) -> Findings:
    for listing in listings(api, "access-control-allow-headers"):
        known = {"", "unused", *(word.lower() for word in listing.words)}
        schemes = (scheme for one in listing.others for scheme in schemes_of(one, api).values())
        for name in dict.fromkeys(map(_header, schemes)):
            if name.lower() not in known:
                yield Found(listing.origin, f"the preflight does not allow {name}, which the calls carry")


def _header(scheme: SecurityScheme) -> str:
    name = scheme.parameter_name if scheme.authorizer is not None or scheme.is_api_key else None
    return name if name is not None and scheme.location == "header" else ""
