"""The keywords of schemas, by what they do."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec

from specforge.ir import PLAIN, Annotations, Data

NOTHING: Mapping[str, Data] = {}
ANNOTATIONS = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"}
)
# Kept nowhere: every schema in them that counts is reached by a reference.
SHELVES = frozenset({"$defs", "definitions"})
STRUCTURE = ANNOTATIONS | SHELVES | {"type", "nullable", "x-nullable", "$ref"}
COMPOSING = frozenset({"allOf", "oneOf", "anyOf", "not"})
LISTING = frozenset({"enum", "const"})
BOUNDS = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern"}
)
SCALAR = BOUNDS | {"format"}
ARRAY = frozenset({"items", "prefixItems", "minItems", "maxItems", "uniqueItems"})
OBJECT = frozenset(
    {"properties", "additionalProperties", "patternProperties", "required", "minProperties", "maxProperties"}
)
OTHER = frozenset(
    {"if", "then", "else", "dependentSchemas", "dependentRequired", "propertyNames", "contains", "minContains"}
    | {"maxContains", "unevaluatedItems", "unevaluatedProperties", "additionalItems", "dependencies"}
)
RESTRICTING = COMPOSING | LISTING | SCALAR | ARRAY | OBJECT | OTHER | {"type"}
KEYWORDS = STRUCTURE | RESTRICTING | {"discriminator"}


def annotations_of(raw: Mapping[str, Data]) -> Annotations:
    """Returns what a schema says beside its type."""
    if ANNOTATIONS.isdisjoint(raw):
        return PLAIN
    title, description = raw.get("title"), raw.get("description")
    return Annotations(
        title=title if isinstance(title, str) else None,
        description=description if isinstance(description, str) else None,
        default=raw.get("default", msgspec.UNSET),
        examples=_examples(raw),
        deprecated=raw.get("deprecated") is True,
        read_only=raw.get("readOnly") is True,
        write_only=raw.get("writeOnly") is True,
    )


def _examples(raw: Mapping[str, Data]) -> tuple[Data, ...]:
    several = raw.get("examples")
    single = (raw["example"],) if "example" in raw else ()
    return (*single, *several) if isinstance(several, list) else single


def extra_of(raw: Mapping[str, Data], known: AbstractSet[str]) -> Mapping[str, Data]:
    """Returns the keywords that nothing else keeps, as the document has them."""
    if known >= raw.keys():
        return NOTHING
    return {key: value for key, value in raw.items() if key not in known}
