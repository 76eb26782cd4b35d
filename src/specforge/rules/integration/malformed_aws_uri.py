"""Checks that the URI of an AWS integration is an ARN of the form that API Gateway reads.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:dynamodb:eu-west-1:123456789012:table/orders  # error: "path/ or action/"
        credentials: arn:aws:iam::123456789012:role/orders
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
  /p0: {get: {x-amazon-apigateway-integration: {type: aws, uri: !Ref Uri}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:lambda:eu-west-1:123456789012:function:orders'}}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws, uri: 'x:lambda:y'}}}  # error: "path/ or action/"
```

## References
- keys: int-uri-aws-format
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Lambda, LambdaProxy
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

SHAPE = re.compile(r"arn:[^:]*:apigateway:[^:]*:[^:]*:(path|action)/")


@rule(on=LambdaProxy | Lambda | AwsService, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(integration: LambdaProxy | Lambda | AwsService, context: Context) -> Findings:
    literal = integration.uri.literal if integration.uri is not None else None
    if literal is None or SHAPE.match(literal) or (literal.startswith("arn:") and ":lambda:" in literal):
        return
    wanted = "arn:aws:apigateway:<region>:<service>: and then path/ or action/"
    arn = literal.startswith("arn:")
    says = "AWS ARN for integration must contain path or action" if arn else "Invalid ARN specified in the request"
    yield Found(
        integration.origin.at("uri"),
        f"uri is {literal}; it must be {wanted}",
        aws_message=says,
    )
