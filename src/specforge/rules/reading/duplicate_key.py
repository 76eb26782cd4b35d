"""Reports a key that stands twice in one mapping.

## Why is this bad?
Readers disagree on which one counts: some take the last, some the first, some refuse the document. The other value
is lost without a word.

## Examples
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: one}}
    get:  # error: "twice"
      operationId: findOrders
      responses: {'200': {description: two}}
```
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: one}}}
    put: {operationId: replaceOrders, responses: {'200': {description: two}}}
```

## References
- https://yaml.org/spec/1.2.2/#3213-node-comparison
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
