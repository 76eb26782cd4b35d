"""Checks that an integration with an AWS service other than Lambda names the role it acts in.

## Why is this bad?
Without a role API Gateway may not call the service. Whether the import fails, or only the requests, is unconfirmed.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "credentials"
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
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
  /p0: {get: {x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem', credentials: !Ref Role}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem', credentials: [x]}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: aws, uri: !Ref Uri}}}
```

## References
- keys: int-credentials-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html
"""

from __future__ import annotations

from specforge.ir import AwsService
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=AwsService, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: AwsService, context: Context) -> Findings:
    if integration.service in (None, "lambda") or integration.credentials is not None:
        return
    if integration.origin.at("credentials") is integration.origin:
        yield Found(
            integration.origin,
            f"the integration with {integration.service} has no credentials; it must name an IAM role",
            on_key=True,
        )
