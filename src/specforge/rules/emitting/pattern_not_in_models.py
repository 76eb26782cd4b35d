"""Tells that pydantic models do not check a pattern, because pydantic's regular expressions do not know its syntax.

## Why is this bad?
A value that API Gateway would refuse passes the model; with the pattern in it the module could not be imported.

## Examples
```yaml target=python-models
openapi: 3.0.1  # error
info: {title: a, version: '1'}
paths: {}
components:
  schemas:
    Password: {type: object, properties: {text: {type: string, pattern: '^(?=.*[0-9]).{8,}$'}}}
```
```yaml target=python-models
paths: {}
components:
  schemas:
    Password: {type: object, properties: {text: {type: string, pattern: '^[!-~]{8,}$'}}}
```

## References
- docs/reference/targets.md
- https://docs.rs/regex/latest/regex/#syntax
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="python-models", severity=INFO, since="0.1")
