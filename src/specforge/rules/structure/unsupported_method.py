"""Checks that no operation is a TRACE.

## Why is this bad?
API Gateway has no TRACE; the import fails.

## Examples
```yaml
paths:
  /orders:
    trace:  # error: "TRACE"
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
```

## References
- keys: struct-method-unsupported
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", needs="trace")
def check(operation: Operation, context: Context) -> Findings:
    if operation.method == "TRACE":
        yield Found(
            operation.origin,
            f"{operation} uses TRACE, which API Gateway does not have",
            on_key=True,
            aws_message="Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY",
        )
