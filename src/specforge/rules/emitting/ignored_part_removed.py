"""Tells that parts which the importer ignores are left out of the import document.

## Why is this bad?
They have no effect on API Gateway: cookies, parameter styles, links, callbacks, examples and the extensions of other tools.

## Examples
```yaml target=openapi
paths:
  /orders:
    get:
      x-internal: true  # error
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
- keys: imp-callbacks-links, imp-webhooks, imp-external-docs, imp-deprecated, param-cookie, param-style-ignored
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="importdoc", severity=INFO, since="0.1", kinds=GATEWAY)
