"""Checks that no integration of an HTTP API has a responseTransferMode.

## Why is this bad?
Only REST APIs stream answers; an HTTP API sends them whole.

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
        responseTransferMode: STREAM  # error: "REST APIs"
```
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
```

## References
- keys: int-stream-api
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: FullIntegration, context: Context) -> Findings:
    if integration.response_transfer_mode is not None:
        message = "responseTransferMode is for REST APIs; an HTTP API does not read it"
        yield Found(integration.origin.at("responseTransferMode"), message, on_key=True)
