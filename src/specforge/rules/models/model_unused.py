"""Tells that a schema of the document is referred to by nothing.

## Why is this bad?
It is imported as a model and clutters clients and documentation; perhaps a reference was forgotten.

## Examples
```yaml
paths: {}
components:
  schemas:
    Order: {type: object}  # error: "Order"
```
```yaml
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
```yaml
paths: {}
```
```yaml
paths: {/pets: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}}
components:
  schemas:
    Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
```
```yaml
swagger: '2.0'
paths: {}
definitions:
  Pet: {type: object}
  Cat: {allOf: [{$ref: '#/definitions/Pet'}]}  # error: "Cat"
```

## References
- keys: model-unused
- https://spec.openapis.org/oas/v3.0.3#components-object
"""

from __future__ import annotations

import re

from specforge.document import Document
from specforge.document.extensions import OWN_MODELS
from specforge.rules.rule import EVERY_KIND, INFO, Context, Findings, Found, rule

REFERENCE = re.compile(r"(?:schemas|definitions|models)/([^\s\"'#,{}\[\]]+)")


@rule(on=Document, severity=INFO, since="0.1", kinds=EVERY_KIND)
def check(document: Document, context: Context) -> Findings:
    components = document.root.mapping("components")
    models = document.root.mapping("definitions") or (components.mapping("schemas") if components else None)
    if models is None or models.entry is not document.root.entry:
        return
    texts = [source.text for source in document.references.sources]
    used = {name for text in texts for name in REFERENCE.findall(text)}
    derived = any("discriminator" in text for text in texts)  # members may be known by their allOf alone
    for name, model in models.items():
        if name not in used | OWN_MODELS and not (derived and isinstance(model.value, dict) and "allOf" in model.value):
            yield Found(model, f"nothing refers to the schema {name}", on_key=True)
