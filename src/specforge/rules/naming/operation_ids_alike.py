"""Tells that operationIds differ in their case or their separators only.

## Why is this bad?
Clients write them in the style of their language, where the two become one name.

## Examples
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: ok}}}
    post:
      operationId: list_orders  # error: "listOrders"
      responses: {'201': {description: ok}}
```
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: ok}}}
    post: {operationId: createOrder, responses: {'201': {description: ok}}}
    put: {responses: {'200': {description: ok}}}
    patch: {responses: {'200': {description: ok}}}
```

## References
- keys: name-operationid-case
- https://spec.openapis.org/oas/v3.0.3#operation-object
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import EVERY_KIND, INFO, Context, Findings, Found, rule


@rule(on=Api, severity=INFO, since="0.1", kinds=EVERY_KIND)
def check(api: Api, context: Context) -> Findings:
    first: dict[str, str] = {}
    for operation in api.operations:
        name = operation.operation_id
        key = "".join(letter for letter in name or "" if letter.isalnum()).lower()
        earlier = first.setdefault(key, name or "") if key else name
        if name and earlier != name:
            yield Found(operation.origin.at("operationId"), f"the operationId {name} is like {earlier} in clients")
