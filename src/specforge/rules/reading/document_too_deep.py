"""Reports a document that is nested deeper than any API.

## Why is this bad?
No OpenAPI document needs hundreds of levels; readers that follow them run out of stack.

## Examples
```text
[[[[[[[[ ... five hundred times ... ]]]]]]]]
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- the bound is stated in `specforge.source.model.Bounds`
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
