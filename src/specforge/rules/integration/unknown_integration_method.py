"""Checks that an integration's httpMethod is one that API Gateway can send.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: PACTH  # error: "PACTH"
        uri: https://orders.example.com
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: PATCH
        uri: https://orders.example.com
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: ANY
        uri: https://orders.example.com
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: !Ref Method}}}
```

## References
- keys: int-method-invalid
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.document.extensions import INTEGRATION_METHODS
from specforge.ir import FullIntegration
from specforge.rules.rule import ERROR, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1")
def check(integration: FullIntegration, context: Context) -> Findings:
    yield from unknown_word(
        integration.origin.at("httpMethod"),
        integration.http_method,
        INTEGRATION_METHODS,
        name="httpMethod",
        any_case=True,
        aws_message="Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY",
    )
