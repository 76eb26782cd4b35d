"""Reports an operation whose method API Gateway does not have, so that it is left out of the import document.

## Why is this bad?
The operation is not deployed.

## Examples
```yaml target=openapi
paths:
  /orders:
    trace:  # error
      responses: {'200': {description: ok}}
```
```yaml target=openapi
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="importdoc", severity=WARNING, since="0.1", kinds=GATEWAY)
