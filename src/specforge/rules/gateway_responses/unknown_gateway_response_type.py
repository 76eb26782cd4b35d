"""Checks that a gateway response is for a type that API Gateway has.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4xx: {statusCode: '400'}  # error: "did you mean DEFAULT_4XX?"
paths: {}
```
```yaml fixed
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX: {statusCode: '400'}
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX: {responseTemplates: {application/json: '{"message": $context.error.messageString}'}}
paths: {}
```

## References
- keys: gwr-type
- https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
"""

from __future__ import annotations

from specforge.document.extensions import GATEWAY_RESPONSE_TYPES
from specforge.ir import GatewayResponse
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_key


@rule(on=GatewayResponse, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    yield from unknown_key(response.origin, response.type, GATEWAY_RESPONSE_TYPES, name="gateway response type")
