"""Example values: from what the document gives, else made from the schema; the same at every build."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.clients.patterns import find_match
from specforge.ir import (
    AllOf,
    Anything,
    Array,
    Content,
    Data,
    Enum,
    InvalidSchema,
    Named,
    Not,
    Nothing,
    Object,
    OneOf,
    Parameter,
    Scalar,
    Schema,
)

Schemas = Mapping[str, Schema]

STRINGS: Mapping[str, str] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "duration": "P1D",
    "email": "ada@example.com",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "uri": "https://example.com",
    "url": "https://example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "c2FtcGxl",
    "binary": "sample",
    "password": "secret",
}


def sample_content(content: Content, schemas: Schemas, *, optional: bool = True) -> Data:
    """Returns an example body: the first one of the document, else one made from its schema."""
    for example in content.examples:
        if example.external is None:
            return example.value
    return sample(content.schema, schemas, optional=optional)


def sample_parameter(parameter: Parameter, schemas: Schemas) -> Data:
    """Returns an example of a parameter."""
    for example in parameter.examples:
        if example.external is None:
            return example.value
    schema = parameter.schema
    if schema is None:
        return sample_content(parameter.content[0], schemas) if parameter.content else "string"
    return sample(schema, schemas)


def sample(schema: Schema | None, schemas: Schemas, *, optional: bool = True, path: tuple[str, ...] = ()) -> Data:
    """Returns a value that a schema allows; `optional` tells whether optional properties are filled in.

    `path` holds the names of the schemas that are being sampled, so that recursion ends.
    """
    if schema is None:
        return {}
    given = _given(schema)
    if given is not msgspec.UNSET:
        return given
    match schema:
        case Named():
            return _named(schema, schemas, optional=optional, path=path)
        case Object():
            return _object(schema, schemas, optional=optional, path=path)
        case Array():
            return _array(schema, schemas, optional=optional, path=path)
        case AllOf(members=members):
            return _merged([sample(member, schemas, optional=optional, path=path) for member in members])
        case OneOf():
            return _one_of(schema, schemas, optional=optional, path=path)
        case Enum(values=values):
            return next((value for value in values if value is not None), None)
        case Scalar():
            return _scalar(schema)
        case Anything() | InvalidSchema() | Not():
            return {}
        case Nothing():
            return None


def _named(schema: Named, schemas: Schemas, *, optional: bool, path: tuple[str, ...]) -> Data:
    if schema.name in path or len(path) > 8:
        return None
    return sample(schemas.get(schema.name), schemas, optional=optional, path=(*path, schema.name))


def _one_of(schema: OneOf, schemas: Schemas, *, optional: bool, path: tuple[str, ...]) -> Data:
    choices = [member for member in schema.members if not (isinstance(member, Scalar) and member.type == "null")]
    return sample(choices[0], schemas, optional=optional, path=path) if choices else None


def _given(schema: Schema) -> Data | msgspec.UnsetType:
    annotations = schema.annotations
    if annotations.examples:
        return annotations.examples[0]
    return msgspec.UNSET if annotations.default is None else annotations.default


def _object(schema: Object, schemas: Schemas, *, optional: bool, path: tuple[str, ...]) -> Data:
    value: dict[str, Data] = {}
    for prop in schema.properties:
        recursive = isinstance(prop.schema, Named) and prop.schema.name in path
        if prop.required or (optional and not recursive and len(path) <= 4):
            value[prop.name] = sample(prop.schema, schemas, optional=optional, path=path)
    if not value and not isinstance(schema.additional, bool):
        value["key"] = sample(schema.additional, schemas, optional=optional, path=path)
    return value


def _array(schema: Array, schemas: Schemas, *, optional: bool, path: tuple[str, ...]) -> Data:
    if schema.prefix_items:
        return [sample(item, schemas, optional=optional, path=path) for item in schema.prefix_items]
    if isinstance(schema.items, Named) and schema.items.name in path:
        return []
    return [sample(schema.items, schemas, optional=optional, path=path)]


def _merged(values: list[Data]) -> Data:
    merged: dict[str, Data] = {}
    for value in values:
        if isinstance(value, dict):
            merged.update(value)
    return merged or next((value for value in values if not isinstance(value, dict)), {})


def _scalar(schema: Scalar) -> Data:
    match schema.type:
        case "string":
            return _string(schema)
        case "integer":
            return int(_number(schema, 1))
        case "number":
            return _number(schema, 1.5)
        case "boolean":
            return True
        case _:
            return None


def _string(schema: Scalar) -> str:
    bounds = schema.bounds
    shortest, longest = bounds.min_length or 0, bounds.max_length
    matching = find_match(bounds.pattern) if bounds.pattern else None
    if matching is not None and len(matching) >= shortest and (longest is None or len(matching) <= longest):
        return matching
    text = STRINGS.get(schema.format or "", "string").ljust(min(shortest, 200), "x")
    return text if longest is None else text[: max(longest, 0)]


def _number(schema: Scalar, wanted: float) -> float | int:
    bounds = schema.bounds
    low = bounds.minimum if bounds.minimum is not None else bounds.exclusive_minimum
    high = bounds.maximum if bounds.maximum is not None else bounds.exclusive_maximum
    step = 1 if bounds.exclusive_minimum is not None else 0
    if low is not None and wanted < low + step:
        return low + step
    return high if high is not None and wanted > high else wanted
