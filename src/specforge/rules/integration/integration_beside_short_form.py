"""Checks that an operation with a short form has no integration besides.

## Why is this bad?
The short form is what counts: whatever the other one says is lost.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
      x-amazon-apigateway-integration:  # error: "x-specforge-integration"
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import ERROR, EVERY_KIND, Context, Findings, Found, Raw, rule


@rule(on=Raw("x-specforge-integration"), severity=ERROR, stops="gateway", since="0.1", kinds=EVERY_KIND)
def check(short: Cursor, context: Context) -> Findings:
    operation = short.parent
    if operation is not None and "x-amazon-apigateway-integration" in operation.value:
        message = "the operation has an x-specforge-integration, so this one is not read; one of them must go"
        yield Found(operation.at("x-amazon-apigateway-integration"), message, on_key=True)
