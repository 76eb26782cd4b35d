"""Reports where a YAML document breaks the grammar of YAML.

## Why is this bad?
The document cannot be read; API Gateway answers `Invalid OpenAPI input.` without saying where.

## Examples
```yaml
paths:
  /orders: [unclosed
  /items: {}  # error
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://yaml.org/spec/1.2.2/
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
