"""Checks that x-specforge-integration is a mapping with one key, the short form.

## Why is this bad?
It stands for nothing then, and the operation stays without an integration.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders, mock: 204}  # error: "holds 2 keys"
    put:
      responses: {'200': {description: ok}}
      x-specforge-integration: lambda  # error: "a mapping"
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {}  # error: "holds 0 keys"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
    put:
      responses: {'200': {description: ok}}
      x-specforge-integration: !If [IsProd, {lambda: putOrder}, {mock: 204}]
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {$ref: '#/x-forms/post'}
x-forms: {post: {lambda: postOrder}}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import ERROR, EVERY_KIND, Context, Findings, Found, Raw, rule


@rule(on=Raw("x-specforge-integration"), severity=ERROR, stops="gateway", since="0.1", kinds=EVERY_KIND)
def check(short: Cursor, context: Context) -> Findings:
    for _, branch in short.branches():
        value = branch.follow().value
        if not isinstance(value, dict):
            yield Found(branch, "x-specforge-integration must be a mapping with one key, the short form")
        elif len(value) != 1:
            message = f"x-specforge-integration holds {len(value)} keys; it must hold one, the short form"
            yield Found(branch, message, on_key=True)
