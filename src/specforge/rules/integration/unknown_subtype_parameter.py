"""Checks that a service integration of an HTTP API has only parameters that its subtype knows.

## Why is this bad?
A misspelt parameter does not reach the service.

## Examples
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
        requestParameters:
          QueueUrl: $request.header.queue
          MessageBody: $request.body
          MessageGroupID: $request.header.group  # error: "did you mean MessageGroupId?"
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
        requestParameters:
          QueueUrl: $request.header.queue
          MessageBody: $request.body
          MessageGroupId: $request.header.group
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, integrationSubtype: SQS-Nothing, requestParameters: {A: b}}}}
```

## References
- keys: int-subtype-unknown-param
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
"""

from __future__ import annotations

from specforge.document.extensions import SUBTYPE_OPTIONS, SUBTYPES
from specforge.ir import ServiceProxy
from specforge.rules.fixes import renaming_to_near
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule
from specforge.spelling import did_you_mean


@rule(on=ServiceProxy, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: ServiceProxy, context: Context) -> Findings:
    subtype = integration.subtype.literal or ""
    if subtype not in SUBTYPES:
        return
    known = (*SUBTYPES[subtype], *SUBTYPE_OPTIONS[subtype])
    for mapping in integration.request_parameters:
        if mapping.target not in known:
            message = f"{subtype} has no parameter {mapping.target}{did_you_mean(mapping.target, known)}"
            fix = renaming_to_near(mapping.origin, mapping.target, known)
            yield Found(mapping.origin, message, on_key=True, fix=fix)
