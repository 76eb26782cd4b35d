"""Checks that a path variable is a whole segment of its path.

## Why is this bad?
API Gateway has no variables inside a segment; the import of a REST API fails.

## Examples
```yaml
paths:
  /reports/report-{id}:  # error: "report-{id}"
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
  /report-{id}: {get: {}}  # error: "report-{id}"
```
```yaml
paths:
  /reports/{id}:
    get:
      responses: {'200': {description: ok}}
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
```

## References
- keys: struct-path-partial-variable
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

import re

from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

WHOLE = re.compile(r"\{[^{}]+\}\Z")


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    for segment in operation.path.split("/")[1:]:
        if "{" in segment and not WHOLE.match(segment):
            yield Found(
                path_origin(operation),
                f"the segment {segment} holds a variable beside other text; a variable must be a whole segment",
                on_key=True,
                aws_message="Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly "
                "braces at the beginning and the end.",
            )
