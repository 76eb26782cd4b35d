"""Checks that a service integration of an HTTP API names the role it acts in.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "credentials"
        type: aws_proxy
        integrationSubtype: SQS-PurgeQueue
        payloadFormatVersion: '1.0'
        requestParameters: {QueueUrl: $request.header.queue}
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        integrationSubtype: SQS-PurgeQueue
        payloadFormatVersion: '1.0'
        credentials: arn:aws:iam::123456789012:role/orders
        requestParameters: {QueueUrl: $request.header.queue}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: SQS-PurgeQueue, credentials: [x]}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: SQS-PurgeQueue, credentials: !Ref Role}}}
```

## References
- keys: int-subtype-credentials
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html
"""

from __future__ import annotations

from specforge.ir import ServiceProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=ServiceProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: ServiceProxy, context: Context) -> Findings:
    if integration.credentials is None and integration.origin.at("credentials") is integration.origin:
        yield Found(
            integration.origin,
            f"the integration with {integration.subtype} has no credentials; it must name an IAM role",
            on_key=True,
            aws_message=f"Role ARN must be specified for AWS integration configuration with Subtype: {integration.subtype}",
        )
