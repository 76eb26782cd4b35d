"""Checks that an operation has an operationId where others of the document have one.

## Why is this bad?
Generated clients make up a name from method and path, which changes with the path and differs from tool to tool.

## Examples
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: ok}}}
    post: {responses: {'201': {description: ok}}}  # error: "POST /orders"
```
```yaml
paths:
  /orders:
    get: {operationId: listOrders, responses: {'200': {description: ok}}}
    options: {responses: {'201': {description: ok}}}
    put: {$ref: nowhere.yaml}
```
```yaml
paths: {/orders: {get: {responses: {'200': {description: ok}}}}}
```

## References
- keys: name-operationid-missing
- https://spec.openapis.org/oas/v3.0.3#operation-object
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(api: Api, context: Context) -> Findings:
    if not any(operation.operation_id for operation in api.operations):
        return
    for operation in api.operations:
        unknown = operation.method in {"OPTIONS", "ANY"} or "$ref" in operation.origin.value
        if not operation.operation_id and not unknown:
            message = f"{operation} has no operationId, although other operations have one"
            yield Found(operation.origin, message, on_key=True)
