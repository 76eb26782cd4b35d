"""Tells that a member of the body is mapped, which has a bound.

## Why is this bad?
Where a mapping reads `$request.body.name`, an HTTP API reads the first 100 KB of the body only: of a larger one the
member may be missing. `$request.body` alone has no such bound.

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
          MessageBody: $request.body.text  # error: "100 KB"
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
        requestParameters:
          QueueUrl: $request.header.queue
          MessageBody: $request.body
```

## References
- keys: int-jsonpath-100kb
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html
"""

from __future__ import annotations

import re

from specforge.ir import ServiceProxy
from specforge.rules.rule import HTTP, INFO, Context, Findings, Found, rule

MEMBER = re.compile(r"\$\{?request\.body\.")


@rule(on=ServiceProxy, severity=INFO, since="0.1", kinds=(HTTP,))
def check(integration: ServiceProxy, context: Context) -> Findings:
    for mapping in integration.request_parameters:
        if MEMBER.search(str(mapping.value)):
            message = f"{mapping.target} reads a member of the body, which is looked for in the first 100 KB only"
            yield Found(mapping.origin, message)
