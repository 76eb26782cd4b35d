"""Checks that the uri of a Lambda function and the transfer mode agree about streaming.

## Why is this bad?
A streamed answer is fetched by `2021-11-15/.../response-streaming-invocations`, a buffered one by
`2015-03-31/.../invocations`. What API Gateway does when they differ is unconfirmed.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations  # error: "response-streaming"
        responseTransferMode: STREAM
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/response-streaming-invocations  # error: "STREAM"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/response-streaming-invocations
        responseTransferMode: STREAM
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, responseTransferMode: STREAM}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: '${function}/response-streaming-invocations', responseTransferMode: '${mode}'}}}
```

## References
- keys: int-stream-lambda-uri
- https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
"""

from __future__ import annotations

from specforge.ir import LambdaProxy
from specforge.rules.connections import is_streamed
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

STREAMING, BUFFERED = "/response-streaming-invocations", "/invocations"


@rule(on=LambdaProxy, severity=WARNING, since="0.1", kinds=(REST,), needs="responseTransferMode|response-streaming")
def check(integration: LambdaProxy, context: Context) -> Findings:
    end = integration.uri.suffix if integration.uri is not None else ""
    streams = is_streamed(integration)
    if streams is True and end.endswith(BUFFERED):
        message = f"responseTransferMode is STREAM and the uri ends in {BUFFERED}; it must end in {STREAMING}"
        yield Found(integration.origin.at("uri"), message)
    elif streams is False and end.endswith(STREAMING):
        message = f"the uri ends in {STREAMING}, but responseTransferMode is not STREAM"
        yield Found(integration.origin.at("uri"), message)
