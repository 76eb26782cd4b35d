"""Checks that an extension stands where API Gateway looks for it.

## Why is this bad?
API Gateway ignores an extension in any other place.

## Examples
```yaml
paths:
  /orders:
    x-amazon-apigateway-integration: {type: mock}  # error: "stands in a path item; API Gateway reads it in an operation"
    get: {responses: {'200': {description: ok}}}
```
```yaml
x-amazon-apigateway-integration: {type: mock}  # error: "stands in the root"
x-amazon-apigateway-endpoint-configuration: {}  # error: "stands in the root; API Gateway reads it in a server"
paths:
  /b: {get: {x-amazon-apigateway-policy: {Version: '2012-10-17'}}}  # error: "stands in an operation; API Gateway reads it in the root"
  /a: {parameters: [{x-amazon-apigateway-integration: {type: mock}}], get: {Fn::If: [A, {x-amazon-apigateway-integration: {type: mock}}, {}]}}
```
```yaml
swagger: '2.0'
x-amazon-apigateway-endpoint-configuration: {}
x-amazon-apigateway-unheard-of: {}
paths: {/orders: {get: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}}}
```

## References
- keys: struct-extension-misplaced, struct-endpoint-config-location
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.document.kind import METHODS
from specforge.rules.rule import WARNING, Context, Findings, Found, Raw, rule

NAMED = {"root": "the root", "operation": "an operation", "components": "components"}


@rule(on=Raw("x-amazon-*"), severity=WARNING, since="0.1")
def check(extension: Cursor, context: Context) -> Findings:
    known = EXTENSIONS.get(str(extension.key))
    place = _place(extension, context)
    allowed = _allowed(known.places, context) if known is not None else frozenset()
    if known is None or place is None or place in allowed:
        return
    wanted = " or ".join(NAMED.get(one, f"a {one}") for one in sorted(allowed))
    message = f"{extension.key} stands in {NAMED.get(place, f'a {place}')}; API Gateway reads it in {wanted}"
    yield Found(extension, message, on_key=True)


def _allowed(places: frozenset[str], context: Context) -> frozenset[str]:
    """Returns the places for this version: OpenAPI 2.0 has no servers, 3.0 reads the endpoint only there."""
    if places >= {"root", "server"}:
        return frozenset({"root"}) if context.document.version.swagger else frozenset({"server"})
    return places


def _place(extension: Cursor, context: Context) -> str | None:
    """Returns what kind of object holds an extension; None where that cannot be told, as behind a `$ref`."""
    holder, root = extension.parent or extension, context.document.root
    if holder.entry is not root.entry:
        return None
    match holder.pointer()[len(root.pointer()) :]:
        case ():
            return "root"
        case ("paths", _):
            return "path item"
        case ("paths", _, method) if method in METHODS:
            return "operation"
        case ("servers" | "tags" as shelf, _) | ("components" as shelf,):
            return {"servers": "server", "tags": "tag"}.get(shelf, shelf)
        case ("components", "securitySchemes", _) | ("securityDefinitions", _):
            return "security scheme"
        case ("info",) | ("paths",) | ("components", "schemas", *_) | ("definitions", *_):
            return "place where no extension is read"
        case _:
            return None
