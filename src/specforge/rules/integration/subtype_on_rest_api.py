"""Checks that no integration of a REST API has an integrationSubtype.

## Why is this bad?
Only HTTP APIs have it. A REST API calls a service by type aws and a uri.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        integrationSubtype: SQS-SendMessage  # error: "HTTP APIs"
        payloadFormatVersion: '1.0'
        credentials: arn:aws:iam::123456789012:role/orders
        requestParameters:
          QueueUrl: $request.header.queue
          MessageBody: $request.body
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
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-subtype-rest
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(REST,), needs="integrationSubtype")
def check(integration: FullIntegration, context: Context) -> Findings:
    subtype = integration.origin.at("integrationSubtype")
    if subtype is not integration.origin:
        yield Found(subtype, "integrationSubtype is for HTTP APIs; a REST API does not read it", on_key=True)
