"""Checks that an extension is one that this kind of API has.

## Why is this bad?
API Gateway ignores it: an HTTP API has no request validation, no resource policy and no gateway responses, a REST
API no CORS of its own.

## Examples
```yaml
x-amazon-apigateway-cors: {allowOrigins: ['https://app.example.com']}  # error: "HTTP APIs"
paths: {}
```
```yaml http
x-amazon-apigateway-cors: {allowOrigins: ['https://app.example.com']}
paths: {}
```

## References
- keys: struct-extension-wrong-api, cors-ext-on-rest, val-http, pol-http, bin-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.rules.rule import WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("x-amazon-*"), severity=WARNING, since="0.1")
def check(extension: Cursor, context: Context) -> Findings:
    known = EXTENSIONS.get(str(extension.key))
    kind = context.api.kind.value
    if known is not None and kind not in known.kinds:
        other = "HTTP APIs" if kind == "rest" else "REST APIs"
        yield Found(extension, f"{extension.key} is for {other}; this is a {kind.upper()} API", on_key=True)
