"""Reports where a JSON document breaks the grammar of JSON.

## Why is this bad?
The document cannot be read; API Gateway answers `Invalid OpenAPI input.` without saying where.

## Examples
```text
{"openapi": "3.0.1", "info": {"title": "Orders", }}
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://www.rfc-editor.org/rfc/rfc8259
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
