"""Checks that path segments hold only characters that API Gateway takes.

## Why is this bad?
The import of a REST API fails.

## Examples
```yaml
paths:
  /orders/by name:  # error: "by name"
    get:
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders/by-name:
    get:
      responses: {'200': {description: ok}}
```
```yaml
paths:
  '/${stage}': {get: {}}
  /: {get: {}}
```
```yaml
paths:
  /a//b: {get: {}}  # error: "empty"
  /by name/: {get: {}}  # error: "by name"
```

## References
- keys: struct-path-charset, struct-path-double-slash
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

import re

from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

SEGMENT = re.compile(r"[A-Za-z0-9._:,-]+\Z|.*[{}]")


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    for segment in operation.path.removesuffix("/").split("/")[1:]:
        if segment == "":
            yield Found(
                path_origin(operation),
                f"the path {operation.path} has an empty segment; it must have none",
                on_key=True,
                aws_message="Resource's path part must be specified",
            )
        elif not SEGMENT.match(segment) and "${" not in segment:
            yield Found(
                path_origin(operation),
                f"the segment {segment} holds other characters than a-z, A-Z, 0-9, '.', '_', '-' and ':'",
                on_key=True,
                aws_message="Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly "
                "braces at the beginning and the end.",
            )
