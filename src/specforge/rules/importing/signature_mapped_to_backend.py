"""Checks that a method which is signed with AWS credentials does not pass the signature on.

## Why is this bad?
API Gateway drops an Authorization header that holds a signature: the backend gets none.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: Authorization, in: header, schema: {type: string}}
      x-amazon-apigateway-auth: {type: AWS_IAM}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.header.Authorization: method.request.header.Authorization  # error: "Authorization"
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: Authorization, in: header, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.header.Authorization: method.request.header.Authorization
    put: {x-amazon-apigateway-auth: {type: AWS_IAM}}
    post: {x-amazon-apigateway-auth: {type: AWS_IAM}, x-amazon-apigateway-integration: {type: mock}}
```

## References
- keys: imp-authorization-header-forward
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Operation, ShortForm
from specforge.rules.authorization import asks_for_iam
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

SIGNATURE = "method.request.header.authorization"


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="uthorization")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm) or not asks_for_iam(operation, context.api):
        return
    for mapping in integration.request_parameters:
        if (mapping.value.literal or "").lower() == SIGNATURE:
            message = f"Authorization is dropped, for {operation} is signed with AWS credentials"
            yield Found(mapping.origin, message)
