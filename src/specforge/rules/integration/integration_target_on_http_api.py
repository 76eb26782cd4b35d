"""Checks that no integration of an HTTP API has an integrationTarget.

## Why is this bad?
Only REST APIs have it. On an HTTP API the uri is the listener's ARN.

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
        integrationTarget: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188  # error: "REST APIs"
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/orders/50dc6c495c0c9188/f2f7dc8efc522ab2
        payloadFormatVersion: '1.0'
        connectionType: VPC_LINK
        connectionId: abc123
```

## References
- keys: int-target-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: FullIntegration, context: Context) -> Findings:
    if integration.connection.target is not None:
        message = "integrationTarget is for REST APIs; on an HTTP API the uri must name the listener"
        yield Found(integration.origin.at("integrationTarget"), message, on_key=True)
