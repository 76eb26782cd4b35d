"""Checks that no two operations have one operationId.

## Why is this bad?
Generated clients need the name to be unique; OpenAPI forbids the repetition.

## Examples
```yaml
paths:
  /orders:
    get:
      operationId: orders
      responses: {'200': {description: ok}}
    post:
      operationId: orders  # error: "GET /orders"
      responses: {'201': {description: ok}}
```
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: ok}}}
    post: {operationId: createOrder, responses: {'201': {description: ok}}}
```

## References
- keys: name-operationid-dup
- https://spec.openapis.org/oas/v3.0.3#operation-object
"""

from __future__ import annotations

from specforge.diagnostics import Note
from specforge.ir import Api, Operation
from specforge.rules.rule import ERROR, EVERY_KIND, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, since="0.1", kinds=EVERY_KIND)
def check(api: Api, context: Context) -> Findings:
    first: dict[str, Operation] = {}
    for operation in api.operations:
        if operation.operation_id is None:
            continue
        earlier = first.setdefault(operation.operation_id, operation)
        if (earlier.method, earlier.path) != (operation.method, operation.path):
            yield Found(
                operation.origin.at("operationId"),
                f"the operationId {operation.operation_id} is also that of {earlier}; it must be unique",
                notes=(Note(f"{earlier} has it first", earlier.origin.at("operationId")),),
            )
