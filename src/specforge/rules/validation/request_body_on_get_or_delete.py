"""Tells that GET, HEAD or DELETE has a request body.

## Why is this bad?
HTTP gives such a body no meaning; clients, proxies and browsers leave it out.

## Examples
```yaml
paths:
  /orders:
    get:
      requestBody:  # error: "GET"
        content: {application/json: {schema: {type: object}}}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
    post:
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: ok}}
```

## References
- keys: val-get-body
- https://www.rfc-editor.org/rfc/rfc9110#name-get
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.bodies import may_have_body
from specforge.rules.rule import INFO, Context, Findings, Found, rule


@rule(on=Operation, severity=INFO, since="0.1", needs="requestBody")
def check(operation: Operation, context: Context) -> Findings:
    if operation.body is not None and not may_have_body(operation):
        message = f"{operation} has a request body, which has no meaning in {operation.method}"
        yield Found(operation.body.origin, message, on_key=isinstance(operation.body.origin.key, str))
