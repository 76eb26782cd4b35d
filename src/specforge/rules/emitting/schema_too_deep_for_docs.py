"""Tells that the documentation shows only the outer levels of a schema.

## Why is this bad?
Nobody reads a table of a hundred levels; the schema itself is in openapi.json.

## Examples
```text
a property inside a property, thirteen levels deep
```
```yaml target=docs
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="docs", severity=INFO, since="0.1")
