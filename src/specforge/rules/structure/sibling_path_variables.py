"""Checks that paths name a variable at one place alike.

## Why is this bad?
A resource can have one child that is a variable. A second name at the same place makes the import of a REST API
fail.

## Examples
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
  /orders/{orderId}/items:  # error: "{id}"
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: orderId, in: path, required: true, schema: {type: string}}
```
```yaml
paths:
  /orders/{id}: {get: {responses: {'200': {description: ok}}}}
  /orders/{id}/items: {get: {responses: {'200': {description: ok}}}}
```
```yaml
paths:
  /{id}: {get: {}}
  /{other}: {get: {}}  # error: "{id}"
```
```yaml
paths:
  /a: {get: {}}
  /b: {get: {}}
  /{id}: {get: {}}
  '/{other': {get: {}}  # path-variable-not-whole-segment
```

## References
- keys: struct-sibling-variable-conflict
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

import re

from specforge.diagnostics import Note
from specforge.ir import Api, Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

VARIABLE = re.compile(r"\{[^{}]+\}")


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    first: dict[str, tuple[str, Operation]] = {}
    told: set[str] = set()
    for operation in api.operations:
        parent = ""
        for segment in operation.path.split("/")[1:]:
            if VARIABLE.fullmatch(segment):
                name, earlier = first.setdefault(parent, (segment, operation))
                if name != segment and operation.path not in told:
                    told.add(operation.path)
                    yield _clash(operation, segment, name, earlier)
            parent = f"{parent}/{segment}"


def _clash(operation: Operation, segment: str, name: str, earlier: Operation) -> Found:
    return Found(
        path_origin(operation),
        f"the variable {segment} stands where {earlier.path} has {name}; siblings must have one name",
        on_key=True,
        aws_message=f"A sibling ({name}) of this resource already has a variable path part -- only one is allowed",
        notes=(Note(f"{name} is first used", path_origin(earlier)),),
    )
