"""Checks that a request mapping of an HTTP API says what it does, and to what.

## Why is this bad?
The import of the API fails. Headers and query parameters can be appended, overwritten and removed; the path can only be
overwritten. What a mapping of answers looks like in OpenAPI is unconfirmed, so those are not judged.

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
          append:path: $request.header.x  # error: "overwrite:path"
          integration.request.header.x: $request.header.x  # error: "append:header"
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
          overwrite:path: $request.header.x
          append:querystring.x: $request.header.x
```

## References
- keys: map-http-key-syntax, map-http-path-append
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
"""

from __future__ import annotations

import re

from specforge.ir import HttpProxy, LambdaProxy
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

TARGET = re.compile(r"(append|overwrite|remove):(header|querystring)\..+|overwrite:path\Z")


@rule(on=HttpProxy | LambdaProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: HttpProxy | LambdaProxy, context: Context) -> Findings:
    for mapping in integration.request_parameters:
        if not TARGET.match(mapping.target):
            wanted = "append:header.<name>, overwrite:querystring.<name>, remove:header.<name> or overwrite:path"
            yield Found(
                mapping.origin,
                f"the target {mapping.target} must be of a form such as {wanted}",
                on_key=True,
                aws_message="Invalid Request Actioned Parameter",
            )
