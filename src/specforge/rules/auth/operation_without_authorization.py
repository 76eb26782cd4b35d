"""Checks that an operation says who may call it, in a document that has authorizers.

## Why is this bad?
Without `security` a method is open to everybody. `security: []` says that this is meant.

## Examples
```yaml
paths:
  /orders:
    get:  # error: "open"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
```
```yaml
paths:
  /orders:
    get:
      security: [{iam: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
    options: {responses: {'200': {description: ok}}}
    put: {x-amazon-apigateway-auth: {type: AWS_IAM}, responses: {'200': {description: ok}}}
    post: {x-amazon-apigateway-auth: {type: NONE}, responses: {'200': {description: ok}}}
    patch: {$ref: nowhere.yaml}
  /health:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
```

## References
- keys: auth-open-operation
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import GATEWAY, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=GATEWAY)
def check(operation: Operation, context: Context) -> Findings:
    api = context.api
    if operation.security is not None or operation.auth is not None or operation.method == "OPTIONS":
        return
    if operation.auth_declared or context.document.completed_by_sam or "$ref" in operation.origin.value:
        return
    if any(scheme.authorizer is not None for scheme in api.security_schemes.values()):
        message = f"{operation} has no security and is open, although the document has authorizers"
        yield Found(operation.origin, message, on_key=True)
