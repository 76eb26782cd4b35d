"""Checks that credentials are the ARN of an IAM role, or the one that passes the caller's identity.

## Why is this bad?
The import of the API fails, or every call answers 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        credentials: orders-role  # error: "role"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        credentials: arn:aws:iam::123456789012:role/orders
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', credentials: !Ref Role}}}
```

## References
- keys: int-credentials-format
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import FullIntegration
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

ROLE = re.compile(r"arn:[^:]+:iam::([0-9]{12}:role/.+|\*:user/\*|[0-9]{12}:user/.+)\Z")


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", needs="credentials")
def check(integration: FullIntegration, context: Context) -> Findings:
    credentials = integration.credentials
    literal = credentials.literal if credentials is not None else None
    if literal is None or ROLE.match(literal):
        return
    wanted = "arn:aws:iam::<account>:role/<name>, or arn:aws:iam::*:user/* for the caller's identity"
    yield Found(integration.origin.at("credentials"), f"credentials are {literal}; they must be {wanted}")
