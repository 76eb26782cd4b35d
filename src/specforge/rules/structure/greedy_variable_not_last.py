"""Checks that a greedy path variable is the last segment of its path.

## Why is this bad?
Nothing can follow a variable that takes the rest of the path; the import fails.

## Examples
```yaml
paths:
  /files/{path+}/versions:  # error: "{path+}"
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: path, in: path, required: true, schema: {type: string}}
  /{name+}/versions: {get: {}}  # error: "{name+}"
```
```yaml
paths:
  /files/{path+}:
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: path, in: path, required: true, schema: {type: string}}
```

## References
- keys: struct-greedy-not-last
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", needs="+}")
def check(operation: Operation, context: Context) -> Findings:
    for segment in operation.path.split("/")[1:-1]:
        if segment.endswith("+}"):
            yield Found(
                path_origin(operation),
                f"the greedy variable {segment} is followed by more segments; it must be the last",
                on_key=True,
                aws_message=f"Cannot create a child of a resource with a greedy path variable: {segment}",
            )
