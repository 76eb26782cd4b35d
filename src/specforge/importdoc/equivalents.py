"""Keywords of later JSON Schemas that OpenAPI 3.0 has other words for.

Sources: JSON Schema draft 4 and 2020-12, OpenAPI 3.0.
"""

from __future__ import annotations

from collections.abc import Collection

from specforge.ir import Data, Enum, Object, Scalar, Schema
from specforge.lower.schema_keywords import ARRAY, COMPOSING, OBJECT, SCALAR

JSON_TYPES = ("string", "integer", "number", "boolean", "object", "array")
ENCODINGS = {"base64": "byte"}
# With these beside it, an object that closes itself lets in more than its own properties.
EVALUATING = COMPOSING | {"$ref", "if", "then", "else", "dependentSchemas", "$dynamicRef"}


def find_equivalent(keyword: str, value: Data, schema: Schema) -> dict[str, Data] | None:
    """Returns what a keyword that the kind of schema has no field for amounts to; None when it has no other words."""
    match keyword, value, schema:
        case "type", str(name), _ if name in JSON_TYPES:
            return {"type": name}
        case "type", list(names), _ if len(kinds := [name for name in names if name != "null"]) == 1:
            return {"type": kinds[0]} if kinds[0] in JSON_TYPES else None
        case "contentEncoding", str(encoding), Scalar(type="string", format=None) if encoding in ENCODINGS:
            return {"format": ENCODINGS[encoding]}
        case "contentMediaType", "application/octet-stream", Scalar(type="string", format=None):
            return {} if "contentEncoding" in schema.extra else {"format": "binary"}
        case "unevaluatedProperties", False, Object(additional_declared=False, pattern_properties=()):
            return {"additionalProperties": False} if EVALUATING.isdisjoint(_whole(schema)) else None
        case _:
            return None


def _whole(schema: Schema) -> Collection[str]:
    """Returns all keywords of the object in which a schema stands, of which it may be a part."""
    origin = schema.origin
    beside = origin.parent.at(origin.key).value if origin.parent is not None and origin.key is not None else None
    return {*schema.extra, *(beside if isinstance(beside, dict) else ())}


def is_said_elsewhere(keyword: str, schema: Schema) -> bool:
    """Tells whether a keyword without a field in the model is said in words that OpenAPI 3.0 has."""
    return is_of_another_type(keyword, schema) or find_equivalent(keyword, schema.extra[keyword], schema) is not None


def has_several_types(schema: Schema) -> bool:
    """Tells whether the document lists types of which the schema is one."""
    types = schema.origin.value.get("type") if isinstance(schema.origin.value, dict) else None
    return isinstance(types, list) and len({name for name in types if isinstance(name, str)} - {"null"}) > 1


def is_of_another_type(keyword: str, schema: Schema) -> bool:
    """Tells whether a keyword is for another of the several types of a schema, which says it."""
    return not isinstance(schema, Enum) and has_several_types(schema) and keyword in ARRAY | OBJECT | SCALAR
