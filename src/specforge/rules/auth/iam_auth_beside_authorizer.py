"""Checks that an operation does not ask for IAM and for another authorizer.

## Why is this bad?
A method has one authorization: `x-amazon-apigateway-auth` and `security` contradict each other, and one is lost.

## Examples
```yaml
paths:
  /orders:
    get:
      security: [{pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
      x-amazon-apigateway-auth: {type: AWS_IAM}  # error: "pool"
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml
paths:
  /orders:
    get:
      security: [{key: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
      x-amazon-apigateway-auth: {type: AWS_IAM}
  /items:
    get:
      security: [{pool: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml
security: [{pool: []}]
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
      x-amazon-apigateway-auth: {type: AWS_IAM}
  /items:
    get:
      security: [{iam: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
      x-amazon-apigateway-auth: {type: AWS_IAM}
components:
  securitySchemes:
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
```

## References
- keys: auth-iam-and-auth-ext
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
"""

from __future__ import annotations

from specforge.ir import Iam, Operation
from specforge.rules.guards import authorizers_of
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    if operation.auth is None or operation.security_inherited:
        return
    for name, scheme in authorizers_of(operation, context.api).items():
        if not isinstance(scheme.authorizer, Iam):
            yield Found(operation.auth.origin, f"{operation} asks for IAM and for {name}; it must be one", on_key=True)
