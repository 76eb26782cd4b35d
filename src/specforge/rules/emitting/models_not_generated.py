"""Reports schemas of which datamodel-code-generator makes no models, with its own words.

## Why is this bad?
The target `python-models` writes nothing; the client has models of the same schemas, made without that program.

## Examples
A schema that is made of itself has no model.
```yaml target=python-models
openapi: 3.0.1  # error
info: {title: a, version: '1'}
paths: {}
components:
  schemas:
    Node: {allOf: [{$ref: '#/components/schemas/Node'}, {type: object, properties: {id: {type: string}}}]}
```
```yaml target=python-models
paths: {}
components:
  schemas:
    Node: {type: object, properties: {id: {type: string}, next: {$ref: '#/components/schemas/Node'}}}
```

## References
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="python-models", severity=WARNING, since="0.1")
