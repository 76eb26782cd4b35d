"""Tells that the documentation leaves out the webhooks of the document.

## Why is this bad?
API Gateway has no webhooks; they are calls that the API makes, not calls to it.

## Examples
```yaml target=docs
openapi: 3.1.0
webhooks:  # error
  shipped:
    post: {responses: {'200': {description: ok}}}
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml target=docs
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
- https://spec.openapis.org/oas/v3.1.0#openapi-object
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="docs", severity=INFO, since="0.1")
