"""Checks that the names of models are letters and digits only.

## Why is this bad?
API Gateway refuses the import of a REST API for one such name. specforge writes another name into the import document, so that generated SDKs and the console show that one; with --import-as-is it is an error of its own.

## Examples
```yaml
paths: {}
components:
  schemas:
    order_item:  # error: "order_item"
      type: object
      properties: {id: {type: string}}
```
```yaml
paths: {}
components:
  schemas:
    OrderItem:
      type: object
      properties: {id: {type: string}}
```

## References
- keys: model-name
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.document import Cursor, Document
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1", kinds=(REST,))
def check(document: Document, context: Context) -> Findings:
    for model in () if context.as_is else odd_names(document):
        message = f"the model name is {model.key}; API Gateway takes letters and digits only"
        yield Found(model, message, on_key=True)


def odd_names(document: Document) -> Iterator[Cursor]:
    """Yields the models whose names API Gateway refuses."""
    components = document.root.mapping("components")
    models = document.root.mapping("definitions") or (components.mapping("schemas") if components else None)
    for name, model in models.items() if models is not None else ():
        if not (name.isascii() and name.isalnum()):
            yield model
