"""Reports a YAML alias that stands inside its own anchor.

## Why is this bad?
The document would be endless; no reader of OpenAPI can follow it.

## Examples
```yaml
paths: {}
x-loop: &loop
  self: *loop  # error: "inside"
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://yaml.org/spec/1.2.2/#71-alias-nodes
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
