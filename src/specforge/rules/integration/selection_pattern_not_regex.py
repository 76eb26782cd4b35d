r"""Checks that the key of an integration response is a regular expression.

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
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default: {statusCode: '200'}
          '*': {statusCode: '200'}  # error: "regular expression"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default: {statusCode: '200'}
          '2\d{2}': {statusCode: '200'}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, responses: {default: {statusCode: '200'}}}}}
```

## References
- keys: int-response-regex
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-responses.html
"""

from __future__ import annotations

from specforge.ir import IntegrationResponse
from specforge.rules.regular_expressions import is_no_regex
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=IntegrationResponse, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(response: IntegrationResponse, context: Context) -> Findings:
    if response.key != "default" and is_no_regex(response.key):
        yield Found(
            response.origin,
            f"the key {response.key} is no regular expression; it must be one, or default",
            on_key=True,
            aws_message="Invalid selection pattern specified",
        )
