"""Checks that a service integration of an HTTP API has the parameters its subtype needs.

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
        integrationSubtype: SQS-SendMessage  # error: "MessageBody"
        payloadFormatVersion: '1.0'
        credentials: arn:aws:iam::123456789012:role/orders
        requestParameters: {QueueUrl: $request.header.queue}
```
```yaml http
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
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: SQS-SendMessage, requestParameters: !Ref Parameters}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: SQS-SendMessage, requestParameters: [x]}}}
```

## References
- keys: int-subtype-params
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
"""

from __future__ import annotations

from specforge.document.extensions import SUBTYPES
from specforge.ir import ServiceProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule
from specforge.source import intrinsic_of


@rule(on=ServiceProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: ServiceProxy, context: Context) -> Findings:
    needed = SUBTYPES.get(integration.subtype.literal or "", ())
    parameters = integration.origin.at("requestParameters").value
    if not isinstance(parameters, dict) or intrinsic_of(parameters) is not None:
        return
    missing = [name for name in needed if name not in parameters]
    if missing:
        message = f"{integration.subtype} has no {' and no '.join(missing)} in requestParameters; it must have them"
        yield Found(integration.origin.at("integrationSubtype"), message)
