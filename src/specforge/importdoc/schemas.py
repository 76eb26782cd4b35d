"""Schemas of the model to those of OpenAPI 3.0, and for REST APIs to what API Gateway's models take.

Sources: the developer guide, "Amazon API Gateway important notes", "Create a model"; JSON Schema draft 4.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import assert_never

import msgspec

from specforge.importdoc.equivalents import has_several_types
from specforge.importdoc.keywords import (
    beside_reference,
    in_older_words,
    is_composed,
    note_older_words,
    says_numeric_bounds,
)
from specforge.importdoc.widening import lets_in_more
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import (
    AllOf,
    Anything,
    Array,
    Bounds,
    Data,
    Discriminator,
    Enum,
    InvalidSchema,
    Named,
    Not,
    Nothing,
    Object,
    OneOf,
    Property,
    Scalar,
    Schema,
)

REFERENCE = "#/components/schemas/"
TYPES = ("string", "integer", "number", "boolean")
NUMBERS = ("integer", "number")
# Formats that imports are known to take; API Gateway checks none of them.
FORMATS = (
    "date", "date-time", "time", "password", "byte", "binary", "email", "uuid", "uri", "uri-reference", "url",
    "hostname", "ipv4", "ipv6", "float", "double", "regex",
)  # fmt: skip


def write_schema(schema: Schema, writing: Writing) -> Written:
    """Returns a schema as the importer takes it."""
    if isinstance(schema, Named):
        return _reference(schema, writing)
    note_older_words(schema, writing)
    written = {**_extra(schema, writing), **_constraints(schema, writing)}
    nullable: Written = {"nullable": True} if schema.nullable and "nullable" not in written else {}
    return {**_head(written), **_said(schema), **written, **nullable, **_annotations(schema, writing)}


def _reference(schema: Named, writing: Writing) -> Written:
    """Returns a reference, within an `allOf` where something is said besides.

    In a model nothing counts beside a `$ref`; there only an author's own `allOf` keeps what stands beside it.
    """
    name = writing.names.get(schema.name)
    if name is None:
        return {}
    reference: Written = {"$ref": REFERENCE + name}
    beside: Written = {}
    if is_composed(schema):
        note_older_words(schema, writing)
    if not writing.is_rest or is_composed(schema):
        beside = {**_extra(schema, writing), **_said(schema), **_annotations(schema, writing)}
    else:
        for keyword in beside_reference(schema):
            writing.changes.note("schema-keyword-removed", schema.origin.at(keyword), f"{keyword} beside $ref")
    nullable: Written = {"nullable": True} if schema.nullable else {}
    return {**_head(beside), "allOf": [reference], **beside, **nullable} if beside or nullable else reference


def _said(schema: Schema) -> Written:
    notes = schema.annotations
    return present({"title": notes.title, "description": notes.description or None})


def _head(written: Written) -> Written:
    """Takes what comes first out of a schema that is being written."""
    return {key: written.pop(key) for key in ("type", "format") if key in written}


def _extra(schema: Schema, writing: Writing) -> Written:
    """Returns the keywords that the kind of schema has no field for, as far as the written document has them."""
    kept: Written = {}
    for keyword, value in schema.extra.items():
        older = in_older_words(keyword, value, schema, writing)
        if older is None:
            writing.changes.note("schema-keyword-removed", schema.origin.at(keyword), keyword)
        else:
            kept.update(older)
    return kept


def _constraints(schema: Schema, writing: Writing) -> Written:
    match schema:
        case Scalar():
            return _scalar(schema, writing)
        case Enum():
            return _enum(schema, writing)
        case Array():
            return _array(schema, writing)
        case Object():
            return _object(schema, writing)
        case OneOf():
            word = _alternatives(schema, writing)
            return {word: _all(schema.members, writing), **_discriminator(schema.discriminator, writing)}
        case AllOf():
            return {"allOf": _all(schema.members, writing), **_discriminator(schema.discriminator, writing)}
        case Not():
            return _negated(schema, writing)
        case Nothing():
            return {"not": {}}
        case InvalidSchema():
            writing.changes.note("schema-keyword-removed", schema.origin, "malformed schema")
            return {}
        case Named() | Anything():
            return {}
        case _:
            assert_never(schema)


def _alternatives(schema: OneOf, writing: Writing) -> str:
    """Returns the word for alternatives: where a member lets in more, more than one may hold at once."""
    if not schema.exclusive:
        return "anyOf"
    if writing.is_rest and any(lets_in_more(member, writing.wider.get()) for member in schema.members):
        what = "oneOf of what lets in more"
        writing.changes.note("schema-keyword-rewritten", schema.origin.at("oneOf"), what)
        return "anyOf"
    return "oneOf"


def _negated(schema: Not, writing: Writing) -> Written:
    if writing.is_rest and lets_in_more(schema.member, writing.wider.get()):
        writing.changes.note("schema-keyword-removed", schema.origin.at("not"), "not")
        return {}
    return {"not": write_schema(schema.member, writing)}


def _all(members: tuple[Schema, ...], writing: Writing) -> list[Data]:
    return [write_schema(member, writing) for member in members]


def _scalar(schema: Scalar, writing: Writing) -> Written:
    if schema.type == "null":
        writing.changes.note("schema-keyword-rewritten", schema.origin.at("type"), "the type null")
        return {"enum": [None], "nullable": True}
    if schema.type == "file":
        return {"type": "string", "format": "binary"}
    kind: Written = {"type": schema.type} if schema.type in TYPES else {}
    return {**kind, **_format(schema, writing), **_bounds(schema, writing)}


def _format(schema: Scalar | Enum, writing: Writing) -> Written:
    if schema.format is None:
        return {}
    if writing.is_rest and schema.format not in FORMATS:
        writing.changes.note("schema-keyword-removed", schema.origin.at("format"), f"format: {schema.format}")
        return {}
    return {"format": schema.format}


def _bounds(schema: Scalar, writing: Writing) -> Written:
    bounds = schema.bounds
    least: Written
    most: Written
    if schema.type == "integer" and (bounds.exclusive_minimum, bounds.exclusive_maximum) != (None, None):
        if not says_numeric_bounds(schema):
            writing.changes.note("schema-keyword-rewritten", schema.origin, "exclusive bounds of an integer")
        least, most = _inclusive(bounds)
    else:
        least = _bound("minimum", bounds.minimum, bounds.exclusive_minimum, stricter=max)
        most = _bound("maximum", bounds.maximum, bounds.exclusive_maximum, stricter=min)
    textual = present({"minLength": bounds.min_length, "maxLength": bounds.max_length, "pattern": bounds.pattern})
    numeric = {**least, **most, **present({"multipleOf": bounds.multiple_of})}
    if has_several_types(schema):
        return numeric if schema.type in NUMBERS else textual if schema.type == "string" else {}
    return {**numeric, **textual}


def _inclusive(bounds: Bounds) -> tuple[Written, Written]:
    """Returns the bounds of an integer without exclusive ones: above 4 is from 5 on."""
    least = [] if bounds.minimum is None else [bounds.minimum]
    most = [] if bounds.maximum is None else [bounds.maximum]
    if bounds.exclusive_minimum is not None:
        least.append(math.floor(bounds.exclusive_minimum) + 1)
    if bounds.exclusive_maximum is not None:
        most.append(math.ceil(bounds.exclusive_maximum) - 1)
    return {"minimum": max(least)} if least else {}, {"maximum": min(most)} if most else {}


def _bound(
    word: str, inclusive: float | None, exclusive: float | None, *, stricter: Callable[[float, float], float]
) -> Written:
    """Returns the stricter of two bounds the way draft 4 writes it: a number and a flag."""
    if exclusive is None:
        return {} if inclusive is None else {word: inclusive}
    if inclusive is not None and inclusive != exclusive and stricter(inclusive, exclusive) == inclusive:
        return {word: inclusive}
    return {word: exclusive, f"exclusive{word.capitalize()}": True}


def _enum(schema: Enum, writing: Writing) -> Written:
    values: dict[bytes, Data] = {}
    for value in schema.values:
        values.setdefault(msgspec.json.encode(value), value)
    if len(values) < len(schema.values):
        writing.changes.note("schema-keyword-removed", schema.origin.at("enum"), "values that an enum repeats")
    kind: Written = {"type": schema.type} if schema.type in TYPES else {}
    null: Written = {"nullable": True} if kind and None in schema.values else {}
    return {**kind, **_format(schema, writing), "enum": list(values.values()), **null}


def _array(schema: Array, writing: Writing) -> Written:
    most = schema.max_items
    items = write_schema(schema.items, writing)
    if schema.prefix_items:
        writing.changes.note("schema-keyword-rewritten", schema.origin.at("prefixItems"), "prefixItems")
        if isinstance(schema.items, Nothing):
            most = len(schema.prefix_items) if most is None else min(most, len(schema.prefix_items))
        items = _any_item(schema, writing)
    limits = present({"minItems": schema.min_items, "maxItems": most, "uniqueItems": schema.unique_items or None})
    return {"type": "array", "items": items, **limits}


def _any_item(schema: Array, writing: Writing) -> Written:
    """Returns what an item at any position may be: draft 4's importer knows no positions."""
    members = [write_schema(member, writing) for member in (*schema.prefix_items, schema.items)]
    kinds = [member for number, member in enumerate(members) if member not in (*members[:number], {"not": {}})]
    if {} in kinds:
        return {}
    return {"anyOf": list(kinds)} if len(kinds) > 1 else next(iter(kinds), {"not": {}})


def _object(schema: Object, writing: Writing) -> Written:
    required = [item.name for item in schema.properties if item.required]
    required += [name for name in schema.required if name not in required]
    limits = present({"minProperties": schema.min_properties, "maxProperties": schema.max_properties})
    return {
        "type": "object",
        **present({"required": list(required)}),
        **present({"properties": {item.name: _property(item, writing) for item in schema.properties}}),
        **_additional(schema, writing),
        **limits,
    }


def _property(item: Property, writing: Writing) -> Written:
    return write_schema(item.schema, writing)


def _additional(schema: Object, writing: Writing) -> Written:
    if schema.pattern_properties:
        # Without patternProperties the object must stay open, or it would refuse what the patterns let in.
        writing.changes.note("schema-keyword-removed", schema.origin.at("patternProperties"), "patternProperties")
        return {}
    if isinstance(schema.additional, bool):
        return {"additionalProperties": schema.additional} if schema.additional_declared else {}
    return {"additionalProperties": write_schema(schema.additional, writing)}


def _discriminator(discriminator: Discriminator | None, writing: Writing) -> Written:
    if discriminator is None:
        return {}
    if writing.is_rest:
        writing.changes.note("schema-keyword-removed", discriminator.origin, "discriminator")
        return {}
    mapping = {value: REFERENCE + writing.names.get(name, name) for value, name in discriminator.mapping.items()}
    return {"discriminator": {"propertyName": discriminator.property, **present({"mapping": dict(mapping)})}}


def _annotations(schema: Schema, writing: Writing) -> Written:
    notes = schema.annotations
    said: Written = {} if notes.default is msgspec.UNSET else {"default": notes.default}
    if notes.examples:
        said["example"] = notes.examples[0]
    flags = {"readOnly": notes.read_only, "writeOnly": notes.write_only, "deprecated": notes.deprecated}
    said.update({keyword: True for keyword, holds in flags.items() if holds})
    several = schema.origin.at("examples")
    if writing.is_rest:
        for keyword in said:
            written = "examples" if keyword == "example" and several is not schema.origin else keyword
            writing.changes.note("schema-keyword-removed", schema.origin.at(written), written)
        return {}
    if len(notes.examples) > 1:
        writing.changes.note("schema-keyword-removed", several, "example but the first")
    elif several is not schema.origin:
        writing.changes.note("schema-keyword-rewritten", several, "examples")
    return said
