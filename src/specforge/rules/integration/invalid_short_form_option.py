"""Reports an option of a short form that has a value it cannot have, or one that is missing.

## Why is this bad?
The short form cannot be written out: the operation would stay without an integration.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lambda: {function: listOrders, timeout-ms: 20}  # error: "at least 50"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        http: {method: GET}  # error: "has no url"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lambda: {function: listOrders, timeout-ms: 50}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1")
