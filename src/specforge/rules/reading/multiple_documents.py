"""Reports a second YAML document in one file.

## Why is this bad?
Everything behind the second `---` is ignored, by specforge and by AWS.

## Examples
```yaml
openapi: 3.0.1
info: {title: Orders, version: '1'}
paths: {}
---  # error
other: document
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://yaml.org/spec/1.2.2/#92-streams
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="source", severity=WARNING, since="0.1")
