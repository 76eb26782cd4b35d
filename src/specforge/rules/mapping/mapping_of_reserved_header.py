"""Checks that no mapping of an HTTP API touches a header that API Gateway keeps for itself.

## Why is this bad?
The import of the API fails.

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
        requestParameters:
          overwrite:header.Authorization: $request.header.x  # error: "Authorization"
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
        requestParameters:
          append:header.x-amz-date: $request.header.x  # error: "x-amz-date"
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
        requestParameters:
          overwrite:header.X-Tenant: $request.header.x
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, requestParameters: {'overwrite:path': $request.path}}}}
```

## References
- keys: map-http-reserved-header
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
"""

from __future__ import annotations

import re

from specforge.ir import HttpProxy, LambdaProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

RESERVED = re.compile(
    r"access-control-.*|apigw-.*|authorization|connection|content-encoding|content-length|content-location|forwarded"
    r"|keep-alive|origin|proxy-authenticate|proxy-authorization|te|trailers|transfer-encoding|upgrade|x-amz-.*"
    r"|x-amzn-.*|x-forwarded-for|x-forwarded-host|x-forwarded-proto|via",
    re.IGNORECASE,
)
TARGET = re.compile(r"(?:append|overwrite|remove):header\.(.+)\Z")


@rule(on=HttpProxy | LambdaProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: HttpProxy | LambdaProxy, context: Context) -> Findings:
    for mapping in integration.request_parameters:
        found = TARGET.match(mapping.target)
        if found is not None and RESERVED.fullmatch(found[1]):
            yield Found(mapping.origin, f"API Gateway reserves the header {found[1]}; it cannot be mapped", on_key=True)
