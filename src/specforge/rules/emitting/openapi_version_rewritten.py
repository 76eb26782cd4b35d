"""Tells that the import document is OpenAPI 3.0.1 although the document is of another version.

## Why is this bad?
It is not: API Gateway refuses OpenAPI 3.1, and Swagger 2.0 for an HTTP API, so specforge writes 3.0.1.
What the two versions say differently is told by findings of their own.

## Examples
```yaml target=openapi
openapi: 3.1.0  # error: "3.0.1"
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
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
- https://docs.aws.amazon.com/apigateway/latest/developerguide/import-export-api-endpoints.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
