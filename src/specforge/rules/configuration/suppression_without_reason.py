"""Checks that a suppression in the document says why.

## Why is this bad?
Whoever reads the document later cannot tell whether the finding was looked at, or only silenced.

## Examples
```yaml
paths:
  /orders:
    x-specforge-allow:
      operation-without-authorization:  # error: "reason"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
```
```yaml
paths:
  /orders:
    x-specforge-allow: [operation-without-authorization]  # error: "rule: reason"
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
```
```yaml
paths:
  /orders:
    x-specforge-allow:
      operation-without-authorization: the network lets nobody else in
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
```

## References
- docs/guide/living-with-findings.md
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("x-specforge-allow"), severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(allowed: Cursor, context: Context) -> Findings:
    if not isinstance(allowed.value, dict):
        yield Found(allowed, "x-specforge-allow must hold `rule: reason`", on_key=True)
    for name, reason in allowed.items():
        if not isinstance(reason.value, str) or not reason.value.strip():
            yield Found(reason, f"{name} is allowed without a reason; it must have one", on_key=True)
