"""Checks that an integration of an HTTP API says in which format Lambda or the backend gets the request.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "payloadFormatVersion"
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml fixed
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
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: {}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: null}}}
```

## References
- keys: int-payload-version-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

from __future__ import annotations

from specforge.ir import HttpProxy, LambdaProxy, ServiceProxy
from specforge.rules.fixes import inserting
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

KEY = "payloadFormatVersion"


@rule(on=LambdaProxy | HttpProxy | ServiceProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: LambdaProxy | HttpProxy | ServiceProxy, context: Context) -> Findings:
    if integration.payload_format_version is None and integration.origin.at(KEY) is integration.origin:
        yield Found(
            integration.origin,
            "the integration has no payloadFormatVersion; an HTTP API must have one",
            on_key=True,
            fix=None if isinstance(integration, LambdaProxy) else inserting(integration.origin, KEY, "1.0"),
        )
