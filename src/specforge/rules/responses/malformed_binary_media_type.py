"""Checks that the binary media types of a REST API are media types.

## Why is this bad?
No request has such a type, so the bodies are read as text and damaged. Whether the import fails is UNCONFIRMED.

## Examples
```yaml
x-amazon-apigateway-binary-media-types:
  - image/png
  - png  # error: "image/png"
paths: {}
```
```yaml
x-amazon-apigateway-binary-media-types: ['*/*', image/*, application/vnd.orders+zip]
paths: {}
```

## References
- keys: bin-media-format
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
"""

from __future__ import annotations

import re

from specforge.document import Cursor
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, Raw, rule

MEDIA_TYPE = re.compile(r"[!#$&^_A-Za-z0-9.+*-]+(?:/|~1)[!#$&^_A-Za-z0-9.+*-]+(?:\s*;.*)?")


@rule(on=Raw("x-amazon-apigateway-binary-media-types"), severity=WARNING, since="0.1", kinds=(REST,))
def check(types: Cursor, context: Context) -> Findings:
    for entry in types.elements():
        text = entry.own_text()
        literal = text.literal if text is not None else None
        if literal is not None and not MEDIA_TYPE.fullmatch(literal):
            yield Found(entry, f"the binary media type is {literal}; it must be like image/png or image/*")
