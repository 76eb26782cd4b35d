"""Which kind of object OpenAPI has where: the grammar of a document, as far as references go.

A kind is the name of an object (`schema`), `map:` or `list:` before one, `data` where anything may stand that is no
part of the description, or nothing where the specification does not say.
"""

from __future__ import annotations

DATA = "data"
SCHEMA_REFERENCE = "schema reference"
OPERATIONS = (
    *("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"),
    "x-amazon-apigateway-any-method",
)
_CONTENT = {"schema": "schema", "example": DATA, "examples": "map:example"}

# https://spec.openapis.org/oas/v3.1.1.html and https://spec.openapis.org/oas/v2.0.html, section "Schema"
FIELDS: dict[str, dict[str, str]] = {
    "document": {
        "paths": "map:path item",
        "webhooks": "map:path item",
        "components": "components",
        "definitions": "map:schema",
        "parameters": "map:parameter",
        "responses": "map:response",
    },
    "components": {
        "schemas": "map:schema",
        "responses": "map:response",
        "parameters": "map:parameter",
        "examples": "map:example",
        "requestBodies": "map:request body",
        "headers": "map:header",
        "securitySchemes": "map:security scheme",
        "links": "map:link",
        "callbacks": "map:callback",
        "pathItems": "map:path item",
    },
    "path item": {"parameters": "list:parameter", **dict.fromkeys(OPERATIONS, "operation")},
    "operation": {
        "parameters": "list:parameter",
        "requestBody": "request body",
        "responses": "map:response",
        "callbacks": "map:callback",
    },
    "parameter": {**_CONTENT, "content": "map:media type"},
    "header": {**_CONTENT, "content": "map:media type"},
    "media type": {**_CONTENT, "encoding": "map:encoding"},
    "encoding": {"headers": "map:header"},
    "request body": {"content": "map:media type"},
    "response": {
        "headers": "map:header",
        "content": "map:media type",
        "links": "map:link",
        "schema": "schema",
        "examples": DATA,
    },
    "example": {"value": DATA},
    "discriminator": {"mapping": f"map:{SCHEMA_REFERENCE}"},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "definitions", "$defs", "dependentSchemas"), "map:schema"),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "list:schema"),
        **dict.fromkeys(("items", "additionalProperties", "not", "contains", "propertyNames"), "schema"),
        **dict.fromkeys(("if", "then", "else", "unevaluatedItems", "unevaluatedProperties"), "schema"),
        **dict.fromkeys(("example", "examples", "default", "enum", "const"), DATA),
        "discriminator": "discriminator",
    },
}

# Where an object that several places share is listed, in OpenAPI 3 and in 2.0. Path items are written out where they
# stand: API Gateway reads them only there.
SECTIONS = {
    "schema": ("components", "schemas"),
    "response": ("components", "responses"),
    "parameter": ("components", "parameters"),
    "example": ("components", "examples"),
    "request body": ("components", "requestBodies"),
    "header": ("components", "headers"),
    "security scheme": ("components", "securitySchemes"),
    "link": ("components", "links"),
    "callback": ("components", "callbacks"),
}
SECTIONS_2 = {"schema": ("definitions",), "parameter": ("parameters",), "response": ("responses",)}


def kind_below(kind: str, key: str | int) -> str:
    """Returns the kind of what stands under a key of an object of a kind.

    >>> kind_below("operation", "requestBody")
    'request body'
    """
    form, _, inner = kind.partition(":")
    if form == "list" or isinstance(key, int):
        return inner or kind  # `items` of a schema may be a list of schemas
    if form == "map":
        return "" if key.startswith("x-") and inner != "schema" else inner
    if kind == "callback":
        return "path item"
    return FIELDS.get(kind, {}).get(key, "")
