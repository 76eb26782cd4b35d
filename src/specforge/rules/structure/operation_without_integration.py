"""Checks that every operation of a REST API has an integration.

## Why is this bad?
The import works and the deployment fails: there is nothing that the method could call.

## Examples
```yaml
paths:
  /orders:
    get:  # error: "no integration"
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
    trace: {}  # unsupported-method
```

## References
- keys: struct-operation-no-integration
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    if operation.method == "TRACE" or context.document.completed_by_sam:
        return
    if operation.integration is None:
        yield Found(
            operation.origin,
            f"{operation} has no integration; it must have an x-amazon-apigateway-integration",
            on_key=True,
            aws_message="No integration defined for method",
        )
