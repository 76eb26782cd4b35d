"""Checks that a security scheme in use is one of which API Gateway makes something.

## Why is this bad?
API Gateway ignores schemes of type http, oauth2, openIdConnect and mutualTLS without an authorizer, with no more than a warning in the import's log: every method that relies on one deploys open to everybody.

## Examples
```yaml
paths:
  /orders:
    get:
      security:
        - bearer: []
      responses: {'200': {description: ok}}
    put: {security: [{basic: [], unknown: []}]}
    post: {security: [{basic: []}]}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}  # error: "PUT /orders and 1 more would"
    bearer:  # error: "open"
      type: http
      scheme: bearer
```
```yaml
paths:
  /orders:
    get:
      security:
        - pool: []
      responses: {'200': {description: ok}}
    put: {security: [{bearer: [], key: []}]}
    patch: {security: [{bearer: [], pool: []}]}
    post: {security: [{bearer: []}], x-amazon-apigateway-auth: {type: AWS_IAM}}
    delete: {security: [{token: []}, {marked: []}]}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, name: x-api-key, in: header}
    token: {type: apiKey, name: token, in: query}
    marked: {type: http, scheme: bearer, x-amazon-apigateway-authtype: custom}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: auth-scheme-unsupported
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Api, Operation
from specforge.rules.rule import ERROR, Context, Findings, Found, rule
from specforge.rules.witnesses import first_and_more, notes_on


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1")
def check(api: Api, context: Context) -> Findings:
    for name, scheme in api.security_schemes.items():
        if scheme.type == "apiKey" or scheme.authtype is not None:
            continue
        open_methods = [operation for operation in api.operations if _rests_on(operation, name, api)]
        if open_methods:
            yield Found(
                scheme.origin,
                f"API Gateway ignores the scheme {name} of type {scheme.type}: {first_and_more(open_methods)} would deploy "
                "open; the scheme must have an x-amazon-apigateway-authorizer",
                on_key=True,
                aws_message=f"Unsupported security definition type '{scheme.type}' for '{name}'. Ignoring.",
                notes=notes_on(open_methods, "relies on it"),
            )


def _rests_on(operation: Operation, name: str, api: Api) -> bool:
    """Tells whether an operation names the scheme and nothing else that API Gateway checks."""
    uses = [use.scheme for requirement in operation.security or () for use in requirement]
    if name not in uses or operation.auth is not None:
        return False
    schemes = [api.security_schemes[use] for use in uses if use in api.security_schemes]
    return not any(scheme.authorizer is not None or scheme.is_api_key for scheme in schemes)
