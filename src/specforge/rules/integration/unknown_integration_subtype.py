"""Checks that an integrationSubtype is one that HTTP APIs have.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        integrationSubtype: SQS-SendMesage  # error: "SQS-SendMesage"
        payloadFormatVersion: '1.0'
        credentials: arn:aws:iam::123456789012:role/orders
        requestParameters: {QueueUrl: $request.header.queue, MessageBody: $request.body}
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        integrationSubtype: SQS-SendMessage
        payloadFormatVersion: '1.0'
        credentials: arn:aws:iam::123456789012:role/orders
        requestParameters: {QueueUrl: $request.header.queue, MessageBody: $request.body}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: !Ref Subtype}}}
```

## References
- keys: int-subtype-unknown
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
"""

from __future__ import annotations

from specforge.document.extensions import SUBTYPES
from specforge.ir import ServiceProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=ServiceProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: ServiceProxy, context: Context) -> Findings:
    at, says = integration.origin.at("integrationSubtype"), f"Operation: {integration.subtype} is not supported."
    yield from unknown_word(at, integration.subtype, tuple(SUBTYPES), name="integrationSubtype", aws_message=says)
