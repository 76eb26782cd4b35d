"""Schemas without composition: scalars, lists of values, arrays and objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict

from specforge.document import Cursor
from specforge.ir import (
    PLAIN,
    UNBOUNDED,
    Annotations,
    Anything,
    Array,
    Bounds,
    Data,
    Enum,
    InvalidSchema,
    Object,
    OneOf,
    Property,
    Scalar,
    Schema,
)
from specforge.lower.schema_keywords import ARRAY, BOUNDS, LISTING, OBJECT, SCALAR, STRUCTURE, extra_of

Lower = Callable[[Cursor], Schema]

_OF_SCALAR, _OF_ARRAY, _OF_OBJECT = STRUCTURE | SCALAR, STRUCTURE | ARRAY, STRUCTURE | OBJECT
_OF_ENUM = STRUCTURE | LISTING | {"format"}
_OF_NUMBERS = BOUNDS - {"minLength", "maxLength", "pattern"}
_OF_STRINGS = frozenset({"minLength", "maxLength", "pattern"})


class Common(TypedDict):
    """The fields that every kind of schema has."""

    origin: Cursor
    annotations: Annotations
    nullable: bool


def lower_typed(cursor: Cursor, common: Common, lower: Lower) -> Schema:
    """Returns the schema that a mapping without composition describes; `lower` is for the schemas in it."""
    raw: Mapping[str, Data] = cursor.value
    types = _types(raw)
    if types is None:
        return InvalidSchema(**common)
    stated = raw.get("type")
    if isinstance(stated, list) and "null" in stated and types != ["null"]:
        common = {**common, "nullable": True}
    values = _values(raw)
    if values is not None:
        return _enum(raw, types, values, common)
    if not types:
        return Anything(**common, extra=extra_of(raw, STRUCTURE))
    if len(types) == 1:
        return _of_type(types[0], cursor, common, lower)
    bare = Common(origin=common["origin"], annotations=PLAIN, nullable=False)
    return OneOf(members=tuple(_of_type(name, cursor, bare, lower) for name in types), exclusive=False, **common)


def _of_type(name: str, cursor: Cursor, common: Common, lower: Lower) -> Schema:
    raw: Mapping[str, Data] = cursor.value
    match name:
        case "object":
            return _object(cursor, raw, common, lower)
        case "array":
            return _array(cursor, raw, common, lower)
        case "string" | "integer" | "number" | "boolean" | "null":
            form = raw.get("format")
            return _scalar(name, form if isinstance(form, str) else None, raw, common)
        case "file":
            return _scalar("string", "binary", raw, common)
        case _:
            return InvalidSchema(**common)


def _types(raw: Mapping[str, Data]) -> list[str] | None:
    """Returns the types besides null, stated or implied; None when they are malformed."""
    stated = raw.get("type")
    if isinstance(stated, str):
        return [stated]
    if isinstance(stated, list):
        names = [name for name in stated if isinstance(name, str)]
        if len(names) < len(stated) or not names:
            return None
        return [name for name in dict.fromkeys(names) if name != "null"] or ["null"]
    if stated is not None and not isinstance(stated, dict):
        return None
    return _implied(raw)


def _implied(raw: Mapping[str, Data]) -> list[str]:
    for keywords, name in ((OBJECT, "object"), (ARRAY, "array"), (_OF_NUMBERS, "number"), (_OF_STRINGS, "string")):
        if not keywords.isdisjoint(raw):
            return [name]
    return []


def _values(raw: Mapping[str, Data]) -> list[Data] | None:
    if "const" in raw:
        return [raw["const"]]
    values = raw.get("enum")
    return list(values) if isinstance(values, list) else None


def _enum(raw: Mapping[str, Data], types: list[str], values: list[Data], common: Common) -> Enum:
    """Returns a list of values; null in it is what makes the schema nullable, where its type allows null."""
    stated = raw.get("type")
    nullable = common["nullable"] or (not isinstance(stated, str) and None in values)
    if nullable and len(values) > 1:
        values = [value for value in values if value is not None]
    form = raw.get("format")
    return Enum(
        origin=common["origin"],
        annotations=common["annotations"],
        nullable=nullable,
        values=tuple(values),
        type=types[0] if len(types) == 1 and stated is not None else None,
        format=form if isinstance(form, str) else None,
        extra=extra_of(raw, _OF_ENUM),
    )


def _scalar(name: str, form: str | None, raw: Mapping[str, Data], common: Common) -> Scalar:
    bounds = UNBOUNDED if BOUNDS.isdisjoint(raw) else _bounds(raw)
    return Scalar(**common, type=name, format=form, bounds=bounds, extra=extra_of(raw, _OF_SCALAR))


def _bounds(raw: Mapping[str, Data]) -> Bounds:
    """Returns the limits; `exclusiveMinimum: true` of 2.0 and 3.0 makes `minimum` exclusive."""
    minimum, maximum = _number(raw, "minimum"), _number(raw, "maximum")
    above, below = _number(raw, "exclusiveMinimum"), _number(raw, "exclusiveMaximum")
    if raw.get("exclusiveMinimum") is True:
        minimum, above = None, minimum
    if raw.get("exclusiveMaximum") is True:
        maximum, below = None, maximum
    pattern = raw.get("pattern")
    return Bounds(
        minimum=minimum,
        maximum=maximum,
        exclusive_minimum=above,
        exclusive_maximum=below,
        multiple_of=_number(raw, "multipleOf"),
        min_length=_count(raw, "minLength"),
        max_length=_count(raw, "maxLength"),
        pattern=pattern if isinstance(pattern, str) else None,
    )


def _number(raw: Mapping[str, Data], key: str) -> float | int | None:
    value = raw.get(key)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _count(raw: Mapping[str, Data], key: str) -> int | None:
    value = _number(raw, key)
    return int(value) if isinstance(value, int) or (value is not None and value.is_integer()) else None


def _array(cursor: Cursor, raw: Mapping[str, Data], common: Common, lower: Lower) -> Array:
    items = cursor.get("items")
    prefix = cursor.sequence("prefixItems")
    if items is not None and isinstance(items.value, list):
        items, prefix = None, items
    return Array(
        **common,
        items=lower(items) if items is not None else Anything(origin=common["origin"]),
        prefix_items=tuple([lower(element) for element in prefix.elements()]) if prefix is not None else (),
        min_items=_count(raw, "minItems"),
        max_items=_count(raw, "maxItems"),
        unique_items=raw.get("uniqueItems") is True,
        extra=extra_of(raw, _OF_ARRAY),
    )


def _object(cursor: Cursor, raw: Mapping[str, Data], common: Common, lower: Lower) -> Object:
    listed = raw.get("required")
    required = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    properties = _properties(cursor, "properties", frozenset(required), lower)
    declared = {property_.name for property_ in properties}
    more = cursor.get("additionalProperties")
    given = more is not None and isinstance(more.value, (bool, dict))
    return Object(
        **common,
        properties=properties,
        additional=_additional(more, lower) if more is not None and given else True,
        additional_declared=given,
        pattern_properties=_properties(cursor, "patternProperties", frozenset(), lower),
        required=tuple(name for name in dict.fromkeys(required) if name not in declared),
        min_properties=_count(raw, "minProperties"),
        max_properties=_count(raw, "maxProperties"),
        extra=extra_of(raw, _OF_OBJECT),
    )


def _additional(more: Cursor, lower: Lower) -> Schema | bool:
    value: Data = more.value
    return value if isinstance(value, bool) else lower(more)


def _properties(cursor: Cursor, key: str, required: frozenset[str], lower: Lower) -> tuple[Property, ...]:
    found = cursor.get(key)
    if found is None:
        return ()
    return tuple(
        [
            Property(name=name, schema=lower(child), required=name in required, origin=child)
            for name, child in found.items()
        ]
    )
