"""Checks that no two paths are one resource of API Gateway.

## Why is this bad?
Paths that differ only by a slash at the end lead to the same resource; one of them is lost, or the import fails (which
of the two is unconfirmed).

## Examples
```yaml
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
  /orders/:  # error: "same resource"
    post: {responses: {'200': {description: ok}}}
```
```yaml
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
  /Orders:
    post: {responses: {'200': {description: ok}}}
```

## References
- keys: struct-duplicate-path
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.diagnostics import Note
from specforge.ir import Api, Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    first: dict[str, Operation] = {}
    for operation in api.operations:
        earlier = first.setdefault(operation.path.rstrip("/"), operation)
        if earlier.path != operation.path:
            yield Found(
                path_origin(operation),
                f"the path {operation.path} is the same resource as {earlier.path}; it must stand once",
                on_key=True,
                aws_message="Another resource with the same parent already has this name: "
                + operation.path.rstrip("/").rpartition("/")[2],
                notes=(Note(f"{earlier.path} stands", path_origin(earlier)),),
            )
