"""Reports an `x-specforge-integration` that names no short form.

## Why is this bad?
The operation stays without an integration.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration:
        dynamodbb: {action: GetItem}  # error: "dynamodbb"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
```

## References
- docs/reference/cli.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1", kinds=GATEWAY)
