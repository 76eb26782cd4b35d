"""Checks that no path segment holds a comma.

## Why is this bad?
The developer guide allows it, the service's own message does not list it: whether the import takes it is unconfirmed.

## Examples
```yaml
paths:
  /orders/a,b:  # error: "a,b"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders/a.b:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  '/{a,b}': {get: {}}
```

## References
- keys: struct-path-comma
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    for segment in operation.path.split("/"):
        if "," in segment and "{" not in segment:
            message = f"the segment {segment} holds a comma, which API Gateway may refuse"
            yield Found(path_origin(operation), message, on_key=True)
