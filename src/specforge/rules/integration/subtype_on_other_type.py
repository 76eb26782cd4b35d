"""Checks that an integrationSubtype stands on an aws_proxy integration.

## Why is this bad?
API Gateway calls a service by its subtype through aws_proxy alone; the import fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
        integrationSubtype: SQS-SendMessage  # error: "aws_proxy"
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
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com', payloadFormatVersion: '1.0'}}}
```

## References
- keys: int-subtype-type
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration, LambdaProxy, ServiceProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: FullIntegration, context: Context) -> Findings:
    subtype = integration.origin.at("integrationSubtype")
    if subtype is not integration.origin and not isinstance(integration, ServiceProxy | LambdaProxy):
        kind = integration.declared_type
        yield Found(subtype, f"integrationSubtype stands beside type {kind}; the type must be aws_proxy", on_key=True)
