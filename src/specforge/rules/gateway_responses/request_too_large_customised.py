"""Checks that the gateway response REQUEST_TOO_LARGE is left as it is.

## Why is this bad?
API Gateway does not support another answer to a request that is too large: the setting has no effect.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  REQUEST_TOO_LARGE: {statusCode: '400'}  # error: "REQUEST_TOO_LARGE"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED: {statusCode: '503'}
paths: {}
```

## References
- keys: gwr-413
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import GatewayResponse
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    if response.type == "REQUEST_TOO_LARGE":
        yield Found(response.origin, "REQUEST_TOO_LARGE cannot be changed; it must be left out", on_key=True)
