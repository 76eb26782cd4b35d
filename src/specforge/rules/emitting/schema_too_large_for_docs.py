"""Tells that the documentation leaves out properties of a schema, as it would be too large.

## Why is this bad?
A page that no browser opens helps nobody; the schema itself is in openapi-public.json.

## Examples
```text
an object of a hundred thousand properties
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
