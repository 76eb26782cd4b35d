"""Where a key belongs that stands in a place of OpenAPI where it cannot stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from specforge.diagnostics import Pointer
from specforge.document.version import Version

INFO = frozenset({"title", "version", "description", "summary", "termsOfService", "contact", "license"})
COMPONENTS = frozenset(
    {
        "callbacks",
        "examples",
        "headers",
        "links",
        "parameters",
        "pathItems",
        "requestBodies",
        "responses",
        "schemas",
        "securitySchemes",
    }
)
SCHEMA_KEYWORDS = frozenset(
    {
        "additionalProperties",
        "default",
        "enum",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maximum",
        "minItems",
        "minLength",
        "minimum",
        "multipleOf",
        "nullable",
        "pattern",
        "properties",
        "type",
        "uniqueItems",
    }
)
INSTEAD_OF_2 = {
    "basePath": "servers",
    "consumes": "content",
    "definitions": "components.schemas",
    "host": "servers",
    "produces": "content",
    "schemes": "servers",
    "securityDefinitions": "components.securitySchemes",
}
"""What OpenAPI 3 has for a key of OpenAPI 2.0."""
INSTEAD_OF_3 = {
    "components": "definitions, parameters, responses and securityDefinitions",
    "content": "schema, beside consumes and produces",
    "requestBody": "a parameter with in: body",
    "servers": "host, basePath and schemes",
}
"""What OpenAPI 2.0 has for a key of OpenAPI 3."""
SINCE_3_0 = frozenset({"anyOf", "deprecated", "not", "nullable", "oneOf", "writeOnly"})
SINCE_3_1 = frozenset(
    {
        "$comment",
        "$defs",
        "$id",
        "$schema",
        "const",
        "contains",
        "contentEncoding",
        "contentMediaType",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "examples",
        "if",
        "jsonSchemaDialect",
        "pathItems",
        "patternProperties",
        "prefixItems",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
        "webhooks",
    }
)
ROOT = frozenset({"components", "info", "openapi", "paths", "securityDefinitions", "swagger", "webhooks"})
WORDS_OF_2 = {
    ("in", "body"): "requestBody",
    ("in", "formData"): "requestBody",
    ("type", "file"): "a string of format binary",
}
STATUS = re.compile(r"[1-5](\d\d|XX)|default")
NAME = re.compile(r"[a-zA-Z0-9._-]+")


class Belongs(NamedTuple):
    """Where a key belongs, in words; `below` is the key beside it under which it does."""

    words: str
    below: str = ""


SLASH = Belongs("a path starts with a slash")


def where_it_belongs(key: str, holder: Pointer, known: tuple[str, ...], version: Version) -> Belongs | None:
    """Returns where a key belongs that cannot stand below `holder`, or what can; None where that is not known.

    `known` are the keys that can stand there.
    """
    if not holder:
        return _in_root(key, version)
    if key in ROOT:
        return Belongs("it belongs into the root of the document")
    if holder[-1] == "responses":
        ranges = "" if version.swagger else ", or by a range such as 4XX"
        return Belongs(f"a response is named default, by a status such as 404{ranges}")
    if "responses" in known and STATUS.fullmatch(key):
        return Belongs("it belongs below responses", "responses")
    if holder == ("paths",):
        return Belongs("it belongs below components") if key in COMPONENTS else SLASH
    if len(holder) == 2 and holder[0] == "components" and not NAME.fullmatch(key):
        return Belongs("a name holds letters, digits, dots, hyphens and underscores")
    if "schema" in known and key in SCHEMA_KEYWORDS:
        return Belongs("it belongs into schema", "schema")
    if "content" in known and key == "schema":
        return Belongs("it belongs into content, below a media type", "content")
    return _of_other_version(key, version)


def instead_of(key: str, word: str, version: Version) -> str:
    """Returns `; ` and what OpenAPI 3 has for a word of OpenAPI 2.0; an empty text for another."""
    other = None if version.swagger else WORDS_OF_2.get((key, word))
    return f"; OpenAPI 3 has {other} for it" if other is not None else ""


def _in_root(key: str, version: Version) -> Belongs | None:
    if key.startswith("/"):
        return Belongs("a path belongs below paths", "paths")
    if key in INFO:
        return Belongs("it belongs below info")
    if key in COMPONENTS and not version.swagger:
        return Belongs("it belongs below components")
    return _of_other_version(key, version)


def _of_other_version(key: str, version: Version) -> Belongs | None:
    if version.swagger and key in INSTEAD_OF_3:
        return Belongs(f"OpenAPI 2.0 has {INSTEAD_OF_3[key]} for it")
    if not version.swagger and key in INSTEAD_OF_2:
        return Belongs(f"OpenAPI 3 has {INSTEAD_OF_2[key]} for it")
    if version.swagger and key in SINCE_3_0:
        return Belongs("OpenAPI 3.0 has it")
    if (version.major, version.minor) <= (3, 0) and key in SINCE_3_1:
        return Belongs("OpenAPI 3.1 has it")
    return None
