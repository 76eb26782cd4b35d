"""Reports a mutualTLS scheme, which is left out of the import document.

## Why is this bad?
API Gateway checks client certificates by the custom domain, not by a security scheme.

## Examples
```yaml target=openapi
openapi: 3.1.0
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
components:
  securitySchemes:
    certificate:  # error
      type: mutualTLS
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
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="importdoc", severity=WARNING, since="0.1", kinds=GATEWAY)
