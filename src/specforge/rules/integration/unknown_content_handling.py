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
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="contentHandling")
def check(integration: FullIntegration, context: Context) -> Findings:
    for node in (integration, *integration.responses):
        at, name = node.origin.at("contentHandling"), "contentHandling"
        yield from unknown_word(at, node.content_handling, CONTENT_HANDLINGS, name=name, any_case=True)
