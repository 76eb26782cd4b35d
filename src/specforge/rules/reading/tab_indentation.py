"""Reports a line that is indented with a tab.

## Why is this bad?
YAML forbids tabs in indentation; the document cannot be read.

## Examples
```text
paths:
→/orders: {}      (→ is a tab)
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://yaml.org/spec/1.2.2/#61-indentation-spaces
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
