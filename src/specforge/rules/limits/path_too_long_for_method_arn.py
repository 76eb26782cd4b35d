"""Checks that the ARN of a guarded method is no longer than API Gateway can judge.

## Why is this bad?
Calls whose ARN has more than 1600 bytes are answered 414. Counted is what stands in the document: variables of the path
and the names that AWS gives add to it.

## Examples
```yaml
paths:
  ? /<1541 x a>  # error: "1601 bytes"
  : get:
      x-amazon-apigateway-auth: {type: AWS_IAM}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  ? /<1540 x a>
  : get:
      x-amazon-apigateway-auth: {type: AWS_IAM}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  ? /<1600 x a>
  : get: {security: []}
```
```yaml
paths:
  ? /<1600 x a>  # error
  : get: {security: [{key: []}]}
```

## References
- keys: limit-method-arn
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

import re

from specforge import limits
from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

SHORTEST = len("arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/s")
VARIABLE = re.compile(r"\{[^{}]*\}|\$\{[^{}]*\}")


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    if not operation.security and operation.auth is None:
        return
    size = SHORTEST + len(f"/{operation.method}{VARIABLE.sub('', operation.path)}".encode())
    most = limits.METHOD_ARN_BYTES.value
    if size > most:
        message = f"the ARN of {operation.method} on this path has at least {size} bytes; it can have at most {most}"
        yield Found(path_origin(operation), message, on_key=True)
