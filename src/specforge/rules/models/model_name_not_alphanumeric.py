"""Checks, under --import-as-is, that the names of models are letters and digits only.

## Why is this bad?
The import of the whole REST API fails. specforge writes alphanumeric names into the import document itself, so
that this is no error unless the document is to be imported unchanged.

## Examples
```yaml as-is
paths: {}
components:
  schemas:
    order_item:  # error: "order_item"
      type: object
      properties: {id: {type: string}}
```
```yaml as-is
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

from specforge.document import Document
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Document, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(document: Document, context: Context) -> Findings:
    if not context.as_is:
        return
    root = document.root
    components = root.mapping("components")
    models = root.mapping("definitions") or (components.mapping("schemas") if components is not None else None)
    for name, model in models.items() if models is not None else ():
        if not (name.isascii() and name.isalnum()):
            yield Found(
                model,
                f"the model name is {name}; it must be letters and digits only",
                on_key=True,
                aws_message=f"Model name must be alphanumeric: {name}",
            )
