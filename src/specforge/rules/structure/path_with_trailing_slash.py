"""Checks that no path of a REST API ends in a slash.

## Why is this bad?
A resource of API Gateway has no trailing slash, so clients that ask for one are answered 403. What the importer makes
of such a path is unconfirmed.

## Examples
```yaml
paths:
  /orders/:  # error: "ends in a slash"
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /a: {get: {}}
  /a/: {get: {}}
```

## References
- keys: struct-path-trailing-slash
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.fixes import renaming
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    paths = {operation.path for operation in api.operations}
    for operation in api.operations:
        bare = operation.path.rstrip("/")
        if bare not in ("", operation.path) and bare not in paths:  # else duplicate-path
            at, message = path_origin(operation), f"the path {operation.path} ends in a slash; it must be {bare}"
            yield Found(at, message, on_key=True, fix=renaming(at, bare) if at.key == operation.path else None)
