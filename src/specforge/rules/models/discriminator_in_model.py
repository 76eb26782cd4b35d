"""Checks that no model uses a discriminator.

## Why is this bad?
Models of a REST API are JSON Schema draft 4, which has no discriminator. specforge leaves it out of the import
document; request validation does not use it.

## Examples
```yaml
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}  # error: "discriminator"
```
```yaml
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties: {kind: {type: string, enum: [cat, dog]}}
```

## References
- keys: model-keyword-unsupported
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("discriminator"), severity=WARNING, since="0.1", kinds=(REST,))
def check(discriminator: Cursor, context: Context) -> Findings:
    if isinstance(discriminator.value, str | dict):
        yield Found(discriminator, "a model has a discriminator, which API Gateway does not support", on_key=True)
