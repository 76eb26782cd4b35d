"""Checks, under --import-as-is, that the names of models are letters and digits only.

## Why is this bad?
API Gateway refuses the import of the whole REST API.

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
from specforge.rules.models.model_name_not_alphanumeric import odd_names
from specforge.rules.rule import AS_IS, ERROR, REST, Context, Findings, Found, rule


@rule(on=Document, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs=AS_IS)
def check(document: Document, context: Context) -> Findings:
    for model in odd_names(document) if context.as_is else ():
        yield Found(
            model,
            f"the model name is {model.key}; it must be letters and digits only",
            on_key=True,
            aws_message=f"Model name must be alphanumeric: {model.key}",
        )
