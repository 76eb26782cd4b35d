"""Reports an ARN or another word of the infrastructure in a text that the public would see.

## Why is this bad?
It tells strangers account numbers and names of the infrastructure.
The public documentation shows `arn:aws:…` instead; `openapi-public.json` shows `…`, also for accounts, backends, buckets and endpoints of private networks that the integrations name.

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
