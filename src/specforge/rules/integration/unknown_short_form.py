"""Reports an `x-specforge-integration` that names no short form.

## Why is this bad?
The operation stays without an integration.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lamda: {function: listOrders}  # error: "did you mean lambda?"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lambda: {function: listOrders}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1", kinds=GATEWAY)
