"""Checks that no keyword that restricts a schema stands beside `$ref`.

## Why is this bad?
OpenAPI 2.0 and 3.0 ignore everything beside `$ref`; API Gateway does so, too, and other tools differ.

## Examples
```yaml
paths: {}
components:
  schemas:
    Order:
      type: object
      properties:
        status:
          $ref: '#/components/schemas/Status'
          maxLength: 8  # error: "maxLength"
    Status: {type: string}
```
```yaml
paths: {}
components:
  schemas:
    Order:
      type: object
      properties:
        status:
          $ref: '#/components/schemas/Status'
          description: where it is
    Status: {type: string, maxLength: 8}
```
```yaml
openapi: 3.1.0
paths: {}
components: {schemas: {Status: {type: string}, Order: {$ref: '#/components/schemas/Status', maxLength: 8}}}
```

## References
- keys: model-ref-sibling
- https://spec.openapis.org/oas/v3.0.3#reference-object
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule

SHAPE = frozenset({"type", "format", "enum", "items", "properties", "required", "additionalProperties"})
NUMBERS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
LENGTHS = frozenset({"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"})
RESTRICTING = SHAPE | NUMBERS | LENGTHS | {"pattern", "uniqueItems", "allOf", "anyOf", "oneOf", "not"}


@rule(on=Raw("$ref"), severity=WARNING, since="0.1", kinds=EVERY_KIND, needs="$ref")
def check(reference: Cursor, context: Context) -> Findings:
    holder, version = reference.parent, context.document.version
    if holder is None or not isinstance(reference.value, str) or (version.major, version.minor) >= (3, 1):
        return
    for key in holder.value:
        if key in RESTRICTING:
            yield Found(holder.at(key), f"{key} stands beside $ref, where it has no effect", on_key=True)
