"""Tells that a suppression in the document suppresses nothing.

## Why is this bad?
The next such finding is hidden, though nobody has looked at it and decided that it is all right.

## Examples
```yaml
paths:
  /orders:
    x-specforge-allow:
      operation-without-authorization: internal  # error: "finds nothing here"
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
```
```yaml fixed
paths:
  /orders:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}
```
```yaml
paths:
  /orders:
    x-specforge-allow:
      unverified-backend-certificate: the backend signs its own
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        tlsConfig: {insecureSkipVerification: true}
```

## References
- docs/guide/living-with-findings.md
"""

from __future__ import annotations

from specforge.rules.rule import INFO, emitted

RULE = emitted(__name__, by="rules", severity=INFO, since="0.1")
