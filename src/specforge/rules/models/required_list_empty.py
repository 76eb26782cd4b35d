"""Checks, under --import-as-is, that a list of required properties is not empty.

## Why is this bad?
Models are JSON Schema draft 4, where `required` holds a name at least; the import fails. specforge leaves an empty list out.

## Examples
```yaml as-is
paths: {}
components:
  schemas:
    Order:
      type: object
      required: []  # error: "one name"
```
```yaml fixed
paths: {}
components:
  schemas:
    Order:
      type: object
```
```yaml as-is
paths: {}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties: {id: {type: string}}
```
```yaml
paths: {}
components: {schemas: {Order: {type: object, required: []}}}
```

## References
- keys: model-required-empty
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.fixes import removing
from specforge.rules.rule import AS_IS, ERROR, REST, Context, Findings, Found, Raw, rule


@rule(on=Raw("required"), severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs=AS_IS)
def check(required: Cursor, context: Context) -> Findings:
    if context.as_is and required.value == []:
        yield Found(
            required,
            "required is empty; it must hold one name or be left out",
            aws_message="Invalid model schema specified",
            fix=removing(required),
        )
