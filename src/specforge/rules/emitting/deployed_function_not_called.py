"""Reports a function in the configuration that no operation calls.

## Why is this bad?
It is created, but nothing leads to it; its name is hardly the one in the integration.

## Examples
```yaml config target=sam
deploy:
  functions:
    createOrdr: {handler: orders.create, runtime: python3.13, code: src/}  # error
```
```yaml config target=sam
deploy:
  functions: {}
```

## References
- docs/reference/cli.md
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
