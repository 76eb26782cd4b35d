"""Checks that an API which compresses its answers streams none.

## Why is this bad?
API Gateway does not compress a streamed answer: the setting has no effect on those methods.

## Examples
```yaml
x-amazon-apigateway-minimum-compression-size: 1024  # error: "GET /orders"
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, responseTransferMode: STREAM}
```
```yaml
x-amazon-apigateway-minimum-compression-size: 1024
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com, responseTransferMode: BUFFERED}
    put: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}
    post: {responses: {'200': {description: ok}}}
```

## References
- keys: comp-with-stream
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.diagnostics import Note
from specforge.ir import Api, Invalid, ShortForm
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="compression-size")
def check(api: Api, context: Context) -> Findings:
    if api.minimum_compression_size is None:
        return
    for operation in api.operations:
        integration = operation.integration
        if integration is None or isinstance(integration, Invalid | ShortForm):
            continue
        mode = integration.response_transfer_mode
        if mode is not None and mode.literal == "STREAM":
            at = api.origin.at("x-amazon-apigateway-minimum-compression-size")
            place = integration.origin.at("responseTransferMode")
            message = f"answers are to be compressed, but {operation} streams its answer, which is not compressed"
            yield Found(at, message, on_key=True, notes=(Note(f"{operation} streams", place),))
            return
