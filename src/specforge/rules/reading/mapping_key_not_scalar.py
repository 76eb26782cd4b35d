"""Reports a mapping key that is itself a list or a mapping.

## Why is this bad?
OpenAPI knows only text as a key; JSON cannot even express others.

## Examples
```yaml
paths: {}
x-odd:
  ? [a, b]  # error
  : value
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://yaml.org/spec/1.2.2/#mapping
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
