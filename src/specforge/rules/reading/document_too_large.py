"""Reports a file that is larger than any API document.

## Why is this bad?
API Gateway takes at most 6 MB; a file ten times that size is no document but a mistake, and is not read.

## Examples
```text
-rw-r--r-- 1 me me 73400320 openapi.json
```
```yaml
paths:
  /orders:
    get:
      operationId: listOrders
      responses: {'200': {description: orders}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
