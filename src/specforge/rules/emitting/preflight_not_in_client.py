"""Tells that the OPTIONS methods of CORS are not in a generated client.

## Why is this bad?
It is not: browsers send preflights by themselves, programs have no use for them.

## Examples
```yaml target=python-client
paths:
  /orders:
    options:
      responses: {'200': {description: ok}}  # error
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml target=python-client
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
- https://fetch.spec.whatwg.org/#cors-preflight-fetch
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="clients", severity=INFO, since="0.1")
