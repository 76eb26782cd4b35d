"""Checks that a method of a REST API has one authorizer.

## Why is this bad?
A method has one authorizer, beside which an API key may stand. Which of two the import takes is UNCONFIRMED.

## Examples
```yaml
paths:
  /orders:
    get:
      security: [{iam: []}, {pool: []}]  # error: "iam and pool"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```
```yaml
paths:
  /orders:
    get:
      security: [{pool: [], key: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc']}}
```

## References
- keys: auth-multiple-authorizers
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.guards import authorizers_of
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    names = list(authorizers_of(operation, context.api))
    if len(names) > 1:
        message = f"{operation} has the authorizers {' and '.join(names)}, of which a method keeps one"
        yield Found(operation.origin.at("security"), message, on_key=True)
