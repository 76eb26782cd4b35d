"""Tells that pages of only one origin see the errors that API Gateway answers by itself.

## Why is this bad?
A gateway response cannot choose between origins, and with credentials it may not name whoever asks: a page of another
origin sees a failed call instead of 401, 403, 429 or 5xx.

## Examples
```yaml config
api: {kind: rest}
cors:
  origins: ['https://app.example.com', 'https://admin.example.com']  # error: "https://app.example.com alone"
  credentials: true
```
```yaml config
api: {kind: rest}
cors:
  origins: ['https://app.example.com']
  credentials: true
```
```yaml config
api: {kind: rest}
cors:
  origins: ['https://app.example.com', 'https://admin.example.com']
```

## References
- keys: cors-gateway-responses
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
"""

from __future__ import annotations

from specforge.rules.rule import INFO, REST, emitted

RULE = emitted(__name__, by="expand", severity=INFO, since="0.1", kinds=(REST,))
