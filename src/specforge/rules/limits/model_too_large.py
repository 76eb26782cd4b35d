"""Checks that a schema is no larger than a model of API Gateway can be.

## Why is this bad?
Each named schema becomes a model of the REST API; the import fails when one is too large.

## Examples
```yaml
paths: {}
components:
  schemas:
    Order:  # error: "409601 bytes"
      description: |-
        <99 x x>  # times 4054
        <113 x x>
      type: object
```
```yaml
paths: {}
components:
  schemas:
    Order:
      description: |-
        <99 x x>  # times 4054
        <112 x x>
      type: object
```
```yaml
swagger: '2.0'
paths: {}
definitions:
  Order:  # error: "bytes"
    description: |-
      <99 x x>  # times 4100
    type: object
```
```yaml
paths: {}
x-notes:
  - <99 x x>  # times 4100
components: {schemas: {Order: {type: object}}}
```
```yaml
paths: {}
x-notes:
  - <99 x x>  # times 4100
```

## References
- keys: limit-model-size
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html
"""

from __future__ import annotations

import msgspec

from specforge import limits
from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.rules.sizes import may_exceed


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    document = context.document
    if not may_exceed(document, limits.MODEL_BYTES):
        return
    schemas = document.root.at("definitions") if api.swagger else document.root.at("components", "schemas")
    named = schemas.value if schemas.key in ("schemas", "definitions") and isinstance(schemas.value, dict) else {}
    for name, schema in named.items():
        size, largest = len(msgspec.json.encode(schema)), limits.MODEL_BYTES.value
        if size > largest:
            message = f"the schema {name} has {size} bytes; a model can have at most {largest}"
            yield Found(schemas.at(name), message, on_key=True)
