r"""Reports bytes or escapes that are no Unicode text.

## Why is this bad?
JSON and YAML are UTF-8; another encoding turns into wrong letters or a refused import.

## Examples
```text
title: Bestellungen f\xfcr H\xe4ndler
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://www.rfc-editor.org/rfc/rfc8259#section-8.1
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
