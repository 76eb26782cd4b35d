"""Checks, under --import-as-is, that a document refers to itself only.

## Why is this bad?
API Gateway opens no other file and no address: the model is lost or the import fails. specforge joins the files.

## Examples
```yaml as-is
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: 'models.yaml#/Order'}}}  # error: "models.yaml"
```
```yaml as-is
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
components:
  schemas:
    Order: {type: object}
```

## References
- keys: model-ref-external
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import AS_IS, ERROR, REST, Context, Findings, Found, Raw, rule


@rule(on=Raw("$ref"), severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs=AS_IS)
def check(reference: Cursor, context: Context) -> Findings:
    target = reference.value
    if not context.as_is or not isinstance(target, str) or target.startswith("#") or "://" in target:
        return  # remote-reference-refused
    yield Found(
        reference,
        f"$ref is {target}, in another file; API Gateway follows references inside the document only",
        aws_message="Invalid model specified: Validation Result: warnings : [], errors : [Model reference must be in "
        "canonical form]",
    )
