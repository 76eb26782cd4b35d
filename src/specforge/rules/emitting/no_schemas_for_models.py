"""Tells that there are no models to write, because the document has no schemas.

## Why is this bad?
It is not: the target `python-models` has nothing to do for such a document.

## Examples
```yaml target=python-models
openapi: 3.0.1  # error
info: {title: a, version: '1'}
paths: {}
```
```yaml target=python-models
paths: {}
components:
  schemas:
    Item: {type: object, properties: {id: {type: string}}}
```

## References
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="python-models", severity=INFO, since="0.1")
