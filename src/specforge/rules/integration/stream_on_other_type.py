"""Checks that a streamed answer comes from a proxy integration.

## Why is this bad?
API Gateway streams what http_proxy and aws_proxy answer; the import fails for other types.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        responseTransferMode: STREAM  # error: "http_proxy"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        responseTransferMode: STREAM
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', responseTransferMode: BUFFERED}}}
```

## References
- keys: int-stream-type
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda, Mock
from specforge.rules.connections import is_streamed
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Lambda | AwsService | Http | Mock, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(integration: Lambda | AwsService | Http | Mock, context: Context) -> Findings:
    if is_streamed(integration):
        kind = integration.declared_type
        message = f"responseTransferMode is STREAM with type {kind}; the type must be http_proxy or aws_proxy"
        yield Found(integration.origin.at("responseTransferMode"), message)
