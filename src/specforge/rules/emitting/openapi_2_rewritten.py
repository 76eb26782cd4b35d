"""Tells that the import document of a REST API is OpenAPI 3.0.1 although the document is Swagger 2.0.

## Why is this bad?
It is not: API Gateway takes both.
It ignores a root `security` of 2.0 and gives inline schemas names that it refuses; in 3.0.1 neither happens.

## Examples
```yaml target=openapi
swagger: '2.0'  # error: "3.0.1"
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

from specforge.rules.rule import INFO, REST, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=(REST,))
