"""Checks, under `--strict`, that openapi-spec-validator has nothing to say either.

## Why is this bad?
Other tools that read OpenAPI with it refuse the document.
What a rule of specforge says of the same place is not said again.

## Examples
```yaml strict
paths:
  /orders:
    get:
      summary: 1
      parameters:
        - name: since
          in: query
          schema: {type: string, format: date, default: someday}  # error: "someday"
      responses: {'200': {description: orders}}
```
```yaml strict
paths:
  /orders:
    get:
      parameters:
        - name: since
          in: query
          schema: {type: string, format: date, default: '2026-11-24'}
      responses: {'200': {description: orders}}
```
```yaml strict
paths:
  /orders/{id}:
    get:
      summary: 1  # tolerated-openapi-violation
      parameters:
        - {name: limit, in: query, schema: {type: integer, default: many}}  # default-of-other-type
      responses: {'200': {description: orders}}
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: since, in: query, schema: {type: string, format: date, default: someday}}
      responses: {'200': {description: orders}}
```

## References
- https://github.com/python-openapi/openapi-spec-validator
"""

from __future__ import annotations

from specforge.document import Document
from specforge.document.structure import second_opinion
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(document: Document, context: Context) -> Findings:
    for opinion in second_opinion(document.root) if context.strict else ():
        yield Found(opinion.at, f"openapi-spec-validator says: {opinion.message}")
