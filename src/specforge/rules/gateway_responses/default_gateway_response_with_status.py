"""Checks that a default gateway response sets no status.

## Why is this bad?
It would replace the status of every response of its class: 401, 403, 404 and 429 would all arrive as one.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    statusCode: '400'  # error: "DEFAULT_4XX"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX: {responseTemplates: {application/json: '{"message": $context.error.messageString}'}}
  THROTTLED: {statusCode: '503'}
paths: {}
```

## References
- keys: gwr-default-status
- https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
"""

from __future__ import annotations

from specforge.ir import GatewayResponse
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    if response.type.startswith("DEFAULT_") and response.status is not None:
        message = f"{response.type} sets the status {response.status} for every response of its class"
        yield Found(response.origin.at("statusCode"), message)
