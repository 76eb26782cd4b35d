"""Checks that an extension's value is of the type that API Gateway reads.

## Why is this bad?
The import of the API fails or the extension is ignored.

## Examples
```yaml
x-amazon-apigateway-binary-media-types: image/png  # error: "must be a list"
paths: {}
```
```yaml
x-amazon-apigateway-binary-media-types: [image/png]
paths: {}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.rules.rule import ERROR, Context, Findings, Found, Raw, rule

NAMES = {"object": "an object", "array": "a list", "string": "a string", "number": "a number"}
TYPES = {dict: "object", list: "array", str: "string", int: "number", float: "number", bool: "boolean"}


@rule(on=Raw("x-amazon-*"), severity=ERROR, stops="gateway", since="0.1")
def check(extension: Cursor, context: Context) -> Findings:
    known = EXTENSIONS.get(str(extension.key))
    if known is None or extension.is_expression:
        return
    found = TYPES.get(type(extension.value), "null")
    text = extension.own_text()
    if found in known.types or (text is not None and text.deferred) or _numeral(extension.value, known.types):
        return
    is_now = NAMES.get(found, found)
    yield Found(extension, f"{extension.key} is {is_now}; it must be {' or '.join(NAMES[one] for one in known.types)}")


def _numeral(value: object, types: tuple[str, ...]) -> bool:
    """Tells whether a number may stand as its digits, or digits as a number; AWS reads both."""
    if "number" in types:
        return isinstance(value, str) and value.isdecimal()
    return "string" in types and isinstance(value, int | float)
