"""Checks that contentHandling is one of the two that exist.

## Why is this bad?
The import of the API fails.

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
        contentHandling: CONVERT_TO_BINARI  # error: "CONVERT_TO_BINARY"
        responses: {default: {statusCode: '200'}}
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        contentHandling: CONVERT_TO_BINARY
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', contentHandling: !Ref Handling}}}
```

## References
- keys: int-contenthandling-invalid
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.document.extensions import CONTENT_HANDLINGS
from specforge.ir import FullIntegration
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="contentHandling")
def check(integration: FullIntegration, context: Context) -> Findings:
    for node in (integration, *integration.responses):
        handling = node.content_handling
        if handling is not None and handling.literal is not None and handling.literal.upper() not in CONTENT_HANDLINGS:
            message = f"contentHandling is {handling}; it must be {' or '.join(CONTENT_HANDLINGS)}"
            at = node.origin.at("contentHandling")
            yield Found(at, message, fix=respelling(at, handling.literal, CONTENT_HANDLINGS, any_case=True))
