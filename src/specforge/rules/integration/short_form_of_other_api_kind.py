"""Reports a short form that this kind of API cannot express.

## Why is this bad?
The operation stays without an integration.

## Examples
```yaml http
paths:
  /health:
    get:
      responses: {'204': {description: ok}}
      x-specforge-integration:
        mock: {status: 204}  # error: "REST APIs"
```
```yaml
paths:
  /health:
    get:
      responses: {'204': {description: ok}}
      x-specforge-integration:
        mock: {status: 204}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="expand", severity=ERROR, stops="gateway", since="0.1", kinds=GATEWAY)
