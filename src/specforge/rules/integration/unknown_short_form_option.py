"""Reports an option that a short form does not have.

## Why is this bad?
Nobody reads it: what it was to set, a limit perhaps, is not set.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lambda:
          function: listOrders
          aliass: live  # error: "did you mean alias?"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        lambda:
          function: listOrders
          alias: live
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1")
