"""Checks that an extension's value is of the type that API Gateway reads.

## Why is this bad?
The import of the API fails or the extension is ignored.

## Examples
```yaml
x-amazon-apigateway-binary-media-types: image/png  # error: "must be a list"
paths: {}
```
```yaml fixed
x-amazon-apigateway-binary-media-types: [image/png]
paths: {}
```
```yaml
x-amazon-apigateway-unheard-of: 1
x-amazon-apigateway-binary-media-types: '${types}'
x-amazon-apigateway-policy: !Ref Policy
x-amazon-apigateway-minimum-compression-size: '1024'
x-amazon-apigateway-api-key-source: 1
paths: {}
```
```yaml
x-amazon-apigateway-minimum-compression-size: much  # error: "a number"
x-amazon-apigateway-policy: 1  # error: "an object"
x-amazon-apigateway-api-key-source: []  # error: "a string"
x-amazon-apigateway-documentation: true  # error: "is a boolean"
paths: {}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
"""

from __future__ import annotations

from specforge.diagnostics import Fix
from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.rules.fixes import replacing
from specforge.rules.rule import ERROR, Context, Findings, Found, Raw, rule

NAMES = {"object": "an object", "array": "a list", "string": "a string", "number": "a number", "boolean": "a boolean"}
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
    message = f"{extension.key} is {is_now}; it must be {' or '.join(NAMES[one] for one in known.types)}"
    yield Found(extension, message, fix=_as_list(extension, known.types))


def _as_list(extension: Cursor, types: tuple[str, ...]) -> Fix | None:
    """Returns the fix that makes a list of a single entry."""
    value = extension.value
    single = isinstance(value, str) and "array" in types and not any(letter in value for letter in ", \n")
    return replacing(extension, [value], title=f"write [{value}]") if single else None


def _numeral(value: object, types: tuple[str, ...]) -> bool:
    """Tells whether a number may stand as its digits, or digits as a number; AWS reads both."""
    if "number" in types:
        return isinstance(value, str) and value.isdecimal()
    return "string" in types and isinstance(value, int | float)
