"""Checks that a method that passes on its caller's identity knows it.

## Why is this bad?
`arn:aws:iam::*:user/*` calls the backend as the caller, whom API Gateway knows only when the method asks for IAM
authorization. Otherwise every call fails.

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
        credentials: arn:aws:iam::*:user/*  # error: "AWS_IAM"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      x-amazon-apigateway-auth: {type: AWS_IAM}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        credentials: arn:aws:iam::*:user/*
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com', credentials: 'arn:aws:iam::123456789012:role/orders'}}}
  /plain: {get: {responses: {'200': {description: ok}}}}
```

## References
- keys: int-credentials-caller-noiam
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import IntegrationSettings, Operation
from specforge.rules.authorization import asks_for_iam
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

CALLER = re.compile(r"arn:[^:]+:iam::\*:user/\*")


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="credentials")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if not isinstance(integration, IntegrationSettings) or integration.credentials is None:
        return
    if integration.credentials.matches(CALLER) and not asks_for_iam(operation, context.api):
        message = f"the backend is called as the caller, but {operation} does not ask for AWS_IAM authorization"
        yield Found(integration.origin.at("credentials"), message)
