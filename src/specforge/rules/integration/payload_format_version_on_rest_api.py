"""Tells that an integration of a REST API has a payloadFormatVersion.

## Why is this bad?
The import ignores it: a REST API has one format only, which is 1.0 of HTTP APIs.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        payloadFormatVersion: '2.0'  # error: "HTTP APIs"
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
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        payloadFormatVersion: '2.0'
```

## References
- keys: int-payload-version-rest
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=INFO, since="0.1", kinds=(REST,), needs="payloadFormatVersion")
def check(integration: FullIntegration, context: Context) -> Findings:
    if integration.payload_format_version is not None:
        message = "payloadFormatVersion is for HTTP APIs; a REST API does not read it"
        yield Found(integration.origin.at("payloadFormatVersion"), message, on_key=True)
