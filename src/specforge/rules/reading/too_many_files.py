"""Reports a document that refers to more files than any API is made of.

## Why is this bad?
References that multiply files are a mistake or an attack; reading stops.

## Examples
```text
parts/0001.yaml refers to parts/0002.yaml, that to parts/0003.yaml, and so on
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
