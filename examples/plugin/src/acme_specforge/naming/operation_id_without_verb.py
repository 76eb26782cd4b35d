"""Checks that an operationId begins with one of our verbs.

## Why is this bad?
Clients call the operation by this name; ours all begin with what they do.

## Examples
```yaml
paths:
  /orders:
    get:
      operationId: orders  # error: "orders"
      responses: {'200': {description: orders}}
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://spec.openapis.org/oas/v3.0.3#operation-object
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule

VERBS = ("check", "create", "delete", "get", "list", "update")


@rule(on=Operation, severity=WARNING, since="1.0", kinds=EVERY_KIND)
def check(operation: Operation, context: Context) -> Findings:
    """Yields an operationId without a verb."""
    name = operation.operation_id
    if name is not None and not name.startswith(VERBS):
        yield Found(operation.origin.at("operationId"), f"operationId is {name}; it must begin with a verb")
