"""Checks that the document fits the schema of its OpenAPI version, for APIs that API Gateway serves.

## Why is this bad?
API Gateway deploys many documents that are no valid OpenAPI; other tools that read the document may refuse it.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: qery, schema: {type: string}}  # error: "qery"
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
```

## References
- https://spec.openapis.org/oas/
"""

from __future__ import annotations

from specforge.document import Document
from specforge.document.structure import violations
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1")
def check(document: Document, context: Context) -> Findings:
    for violation in violations(document.root.value, document.version):
        yield Found(document.root.at(*violation.pointer), violation.message, on_key=violation.on_key)
