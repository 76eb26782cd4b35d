"""Reports an ARN in a text that the public documentation would show.

## Why is this bad?
It tells strangers account numbers and names of the infrastructure; the page shows `arn:aws:…` instead.

## Examples
```yaml target=docs
paths:  # error
  /orders:
    get:
      description: Calls arn:aws:lambda:eu-west-1:123456789012:function:orders.
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
- docs/reference/targets.md
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="docs", severity=WARNING, since="0.1")
