"""Checks that the document fits the schema of its OpenAPI version.

## Why is this bad?
Tools that read the document may refuse or misread it.

## Examples
```yaml plain
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: qery, schema: {type: string}}  # error: "qery"
      responses: {'200': {description: ok}}
```
```yaml fixed
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
```

```yaml plain
paths:
  /orders:
    get:
      responses:
        '200': {descrption: ok}  # error: "did you mean description?"
```
```yaml fixed
paths:
  /orders:
    get:
      responses:
        '200': {description: ok}
```
```yaml plain
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          headers:
            Location: {type: string}  # error: "it belongs into schema"
```

## References
- https://spec.openapis.org/oas/
"""

from __future__ import annotations

from specforge.document import Document
from specforge.document.structure import violations
from specforge.rules.fixes import schema_fix
from specforge.rules.rule import ERROR, PLAIN, Context, Findings, Found, rule


@rule(on=Document, severity=ERROR, since="0.1", kinds=(PLAIN,))
def check(document: Document, context: Context) -> Findings:
    for violation in violations(document.root.value, document.version):
        at = document.root.at(*violation.pointer)
        fix = schema_fix(at, violation.options, violation.meant)
        yield Found(at, violation.message, on_key=violation.on_key, fix=fix)
