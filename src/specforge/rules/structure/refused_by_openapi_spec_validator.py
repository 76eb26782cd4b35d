"""Checks, under `--strict`, that openapi-spec-validator has nothing to say either.

## Why is this bad?
Other tools that read OpenAPI with it refuse the document.
What a rule of specforge says of the same place is not said again.

## Examples
```yaml strict
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema: {type: integer, default: many}  # error: "many"
      responses: {'200': {description: orders}}
```
```yaml strict
paths:
  /orders:
    get:
      parameters:
        - name: limit
          in: query
          schema: {type: integer, default: 10}
      responses: {'200': {description: orders}}
```
```yaml strict
paths:
  /orders:
    get:
      summary: 1
      parameters:
        - name: limit
          in: query
          schema: {type: integer, default: many}  # error: "many"
      responses: {'200': {description: orders}}
```

## References
- https://github.com/python-openapi/openapi-spec-validator
"""

from __future__ import annotations

from specforge.document import Document
from specforge.document.structure import second_opinion, violations
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(document: Document, context: Context) -> Findings:
    if not context.strict:
        return
    root = document.root
    told = {root.at(*one.pointer).path() for one in violations(root.value, document.version)}
    for opinion in second_opinion(root):
        place = opinion.at.path()
        if not any(place and (one + "/").startswith(place + "/") for one in told):
            yield Found(opinion.at, f"openapi-spec-validator says: {opinion.message}")
