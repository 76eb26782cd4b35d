"""Checks that an allowed origin is a scheme and a host, with nothing behind them.

## Why is this bad?
Browsers compare origins letter by letter: one with a path, a slash at its end or without a scheme matches no page.

## Examples
```yaml http
x-amazon-apigateway-cors:
  allowOrigins:
    - https://app.example.com/  # error: "https://app.example.com"
    - app.example.com  # error: "scheme"
paths: {}
```
```yaml http
x-amazon-apigateway-cors: {allowOrigins: ['https://app.example.com', 'http://localhost:5173', '*']}
paths: {}
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
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com/shop'"  # error: "https://app.example.com"

              method.response.header.Access-Control-Allow-Methods: "'GET'"
```

## References
- keys: cors-http-origin-format
- http-api-cors.html
- https://fetch.spec.whatwg.org/#origin-header
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.ir import GatewayResponse, HttpCors, IntegrationResponse
from specforge.rules.cors_headers import ALLOW_ORIGIN, static
from specforge.rules.rule import GATEWAY, WARNING, Context, Findings, Found, rule

Holder = HttpCors | IntegrationResponse | GatewayResponse
WANTED = "a scheme and a host, such as https://app.example.com"
START = re.compile(r"[a-z][a-z0-9+.-]*://[^/\s]+")


@rule(on=Holder, severity=WARNING, since="0.1", kinds=GATEWAY)
def check(holder: Holder, context: Context) -> Findings:
    for at, origin in _origins(holder):
        start = START.match(origin)
        found = start[0] if start is not None else ""
        if origin not in {found, "*", "null"} and "," not in origin:
            yield Found(at, f"the allowed origin is {origin}; it must be {found or WANTED}")


def _origins(holder: Holder) -> Iterator[tuple[Origin, str]]:
    if isinstance(holder, HttpCors):
        for index, text in enumerate(holder.allow_origins):
            if text.literal is not None:
                yield holder.origin.at("allowOrigins", index), text.literal
        return
    for mapping in holder.parameters:
        value = static(mapping.value)
        if value and mapping.target.lower().endswith(f".header.{ALLOW_ORIGIN}"):
            yield mapping.origin, value
