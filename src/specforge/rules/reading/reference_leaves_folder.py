"""Reports a `$ref` to a file outside of the project folder, directly or by a link.

## Why is this bad?
A document from elsewhere must not be able to pull files of this machine into clients, documentation and
infrastructure.

## Examples
```yaml
paths:
  /orders:
    $ref: ../../../../../../../../../../etc/hosts  # error: "outside"
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- the project folder is the repository's, else the current one
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
