"""Tells that a client has no type for schemas that use each other without end.

## Why is this bad?
A value of such a schema is sent and read as it is: nothing checks it, and an editor cannot complete it.

## Examples
```text
three thousand schemas, each an allOf of ten others
```
```yaml target=python-client
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

RULE = emitted(__name__, by="clients", severity=INFO, since="0.1")
