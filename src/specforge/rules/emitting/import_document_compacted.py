"""Tells that openapi.json is written without white space, because with it the file would be larger than an import may be.

## Why is this bad?
The file is hard to read, and the document is not far from the limit of 6 MB, beyond which it is refused.

## Examples
```yaml target=openapi
info:  # error: "without white space"
  title: Orders
  version: '1'
x-amazon-notes: <60 x [>
  0,  # times 49000
  <60 x ]>
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
info:
  title: Orders
  version: '1'
x-amazon-notes: <60 x [>
  0,  # times 47000
  <60 x ]>
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
- https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html
"""

from __future__ import annotations

from specforge.rules.rule import INFO, REST, emitted

RULE = emitted(__name__, by="openapi", severity=INFO, since="0.1", kinds=(REST,))
