"""Keywords of later JSON Schemas in the words of OpenAPI 3.0, and where they stood.

Sources: JSON Schema draft 4 and 2020-12; the developer guide, "Amazon API Gateway important notes".
"""

from __future__ import annotations

from specforge.importdoc.equivalents import find_equivalent, is_of_another_type
from specforge.importdoc.left_out import keeps
from specforge.importdoc.writing import OURS, Writing, Written
from specforge.ir import PLAIN, Array, Data, Named, Object, Scalar, Schema
from specforge.lower.schema_keywords import ANNOTATIONS, COMPOSING

# An extension of AWS has no meaning in a schema; the public need not hear of it.
OURS_ALONE = "x-specforge-"
# What a message calls a keyword that is rewritten for what it holds.
NAMES = {"type": "a list of types", "$ref": "keywords beside $ref", "oneOf": "null of oneOf", "anyOf": "null of anyOf"}
SHELVES = ("$defs", "definitions")
XML = frozenset({"name", "namespace", "prefix", "attribute", "wrapped"})


def note_older_words(schema: Schema, writing: Writing) -> None:
    """Notes what the document says in words that OpenAPI 3.0 lacks and the written schema says in its own."""
    raw = schema.origin.value
    if isinstance(raw, bool):
        writing.changes.note("schema-keyword-rewritten", schema.origin, f"the schema {str(raw).lower()}")
    if not isinstance(raw, dict):
        return
    for keyword in _newer_words(raw):
        writing.changes.note("schema-keyword-rewritten", schema.origin.at(keyword), _named(keyword))
    if isinstance(schema, (Scalar, Array, Object)) and raw.keys().isdisjoint(COMPOSING | {"type"}):
        writing.changes.note("implied-type-written-out", schema.origin, _type_of(schema))
    if isinstance(schema, Named) and "discriminator" in raw:
        writing.changes.note("schema-keyword-removed", schema.origin.at("discriminator"), "discriminator")
    if raw.get("required") == []:
        writing.changes.note("schema-keyword-removed", schema.origin.at("required"), "required without a name")


def _type_of(schema: Scalar | Array | Object) -> str:
    return schema.type if isinstance(schema, Scalar) else type(schema).__name__.lower()


def _newer_words(raw: dict[str, Data]) -> list[str]:
    found = [keyword for keyword in ("const", *SHELVES) if keyword in raw]
    if isinstance(raw.get("type"), list):
        found.append("type")
    if "$ref" in raw and len(raw) > 1:
        found.append("$ref")
    found += [keyword for keyword in ("oneOf", "anyOf") if _has_null(raw.get(keyword))]
    found += [keyword for keyword in raw if keyword == "Fn::If"]
    return [*found, *_numeric_bounds(raw)]


def _has_null(members: Data) -> bool:
    return isinstance(members, list) and {"type": "null"} in members


def says_numeric_bounds(schema: Scalar) -> bool:
    """Tells whether the document excludes a bound by a number, as from 3.1 on."""
    return isinstance(schema.origin.value, dict) and bool(_numeric_bounds(schema.origin.value))


def _numeric_bounds(raw: dict[str, Data]) -> list[str]:
    words = ("exclusiveMinimum", "exclusiveMaximum")
    return [word for word in words if isinstance(raw.get(word), (int, float)) and not isinstance(raw[word], bool)]


def _named(keyword: str) -> str:
    return NAMES.get(keyword, keyword)


def in_older_words(keyword: str, value: Data, schema: Schema, writing: Writing) -> Written | None:
    """Returns what a keyword amounts to in OpenAPI 3.0; None when it has no words for it."""
    own = OURS if writing.is_public else OURS_ALONE
    if keyword.startswith(own) or is_of_another_type(keyword, schema):
        return {}
    if writing.is_public and _is_for_readers(keyword, value, writing):
        return {keyword: value}
    older = find_equivalent(keyword, value, schema)
    if older is not None and keyword != "type":
        writing.changes.note("schema-keyword-rewritten", schema.origin.at(keyword), keyword)
    return older


def _is_for_readers(keyword: str, value: Data, writing: Writing) -> bool:
    """Tells whether a public document copies a keyword that models do not know."""
    if keyword == "xml":
        return isinstance(value, dict) and value.keys() <= XML
    return keyword == "externalDocs" or (keyword.startswith("x-") and keeps(keyword, writing))


def is_composed(schema: Named) -> bool:
    """Tells whether the document says a reference as the only member of a composition."""
    return isinstance(schema.origin.value, dict) and not COMPOSING.isdisjoint(schema.origin.value)


def beside_reference(schema: Named) -> list[str]:
    """Returns what the document says beside a `$ref`.

    What restricts the schema besides is a member of its own in 3.1 and counts for nothing in 3.0.
    """
    raw = schema.origin.value if isinstance(schema.origin.value, dict) else {}
    notes = ANNOTATIONS if schema.annotations != PLAIN else frozenset()
    return [
        keyword
        for keyword in raw
        if (keyword in notes or keyword in schema.extra) and not keyword.startswith(OURS_ALONE)
    ]
