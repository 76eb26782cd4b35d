"""Checks that the status of an integration or gateway response is a status code.

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
          default: {statusCode: '20'}  # error: "three digits"
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
          default: {statusCode: 200}
```

## References
- keys: resp-status-pattern, gwr-status
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html
"""

from __future__ import annotations

from specforge.ir import GatewayResponse, IntegrationResponse
from specforge.rules.patterns import STATUS
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=IntegrationResponse | GatewayResponse, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(response: IntegrationResponse | GatewayResponse, context: Context) -> Findings:
    status = response.status.literal if response.status is not None else None
    if status is not None and not STATUS.fullmatch(status):
        yield Found(
            response.origin.at("statusCode"), f"statusCode is {status}; it must be three digits from 100 to 599"
        )
