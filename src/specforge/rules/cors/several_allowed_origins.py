"""Checks that Access-Control-Allow-Origin names one origin.

## Why is this bad?
The header holds one origin or `*`; a list matches none, so the call fails for everybody.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://a.example.com,https://b.example.com'"  # error: "one origin"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://a.example.com'"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Methods: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Methods: "'GET, PUT'"
```

## References
- keys: cors-multi-origin
- https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from __future__ import annotations

import re

from specforge.ir import GatewayResponse, IntegrationResponse
from specforge.rules.cors_headers import ALLOW_ORIGIN, static
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=IntegrationResponse | GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: IntegrationResponse | GatewayResponse, context: Context) -> Findings:
    for mapping in response.parameters:
        value = static(mapping.value)
        if mapping.target.lower().endswith(f".header.{ALLOW_ORIGIN}") and re.search(r"[,\s]", (value or "").strip()):
            yield Found(mapping.origin, f"Access-Control-Allow-Origin is {value}; it must be one origin")
