"""Checks that a model says something.

## Why is this bad?
API Gateway wants a model to have a property or items at least; one that allows anything is written `type: object`.

## Examples
```yaml
paths: {}
components:
  schemas:
    Order: {}  # error: "type: object"
```
```yaml
swagger: '2.0'
paths: {}
definitions:
  Order: {}  # error: "type: object"
```
```yaml
paths: {}
components:
  schemas:
    Order: {type: object}
```

## References
- keys: model-empty-schema
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html
"""

from __future__ import annotations

from specforge.document import Document
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1", kinds=(REST,))
def check(document: Document, context: Context) -> Findings:
    components = document.root.mapping("components")
    models = document.root.mapping("definitions") or (components.mapping("schemas") if components else None)
    for name, model in models.items() if models is not None else ():
        if model.value == {}:
            yield Found(
                model,
                f"the model {name} is empty; a model of anything must be written type: object",
                on_key=True,
                aws_message="Model schema must have at least 1 property or array items defined",
            )
