"""Reports a `$ref` to a file that is not there or cannot be read.

## Why is this bad?
Nothing can be said of the part that the reference names, so nothing is emitted.

## Examples
```yaml
paths:
  /orders:
    $ref: no-such-file.yaml  # error: "no-such-file.yaml"
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://spec.openapis.org/oas/v3.0.3#reference-object
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
