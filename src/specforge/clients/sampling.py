"""Example values: from what the document gives, else made from the schema; the same at every build."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

import msgspec

from specforge.clients.patterns import find_match
from specforge.ir import (
    AllOf,
    Array,
    Content,
    Data,
    Enum,
    Named,
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


MOST_VALUES = 1_000
"""So many schemas are looked at for one example, and so many values stand in it: more than a reader reads."""

DEEPEST = 48
DEEPEST_NAMED = 8
DEEPEST_OPTIONAL = 4
"""Levels below the top: of all schemas, of shared ones, of shared ones whose optional properties are filled in."""

CHARACTERS_PER_VALUE = 100


def sample_content(content: Content, schemas: Schemas, *, optional: bool = True) -> Data:
    """Returns an example body: the first one of the document, else one made from its schema."""
    for example in content.examples:
        if example.external is None and weigh(example.value) <= MOST_VALUES:
            return example.value
    return sample(content.schema, schemas, optional=optional)


def sample_parameter(parameter: Parameter, schemas: Schemas) -> Data:
    """Returns an example of a parameter."""
    for example in parameter.examples:
        if example.external is None and weigh(example.value) <= MOST_VALUES:
            return example.value
    schema = parameter.schema
    if schema is None:
        return sample_content(parameter.content[0], schemas) if parameter.content else "string"
    return sample(schema, schemas)


def sample(schema: Schema | None, schemas: Schemas, *, optional: bool = True) -> Data:
    """Returns a value that a schema allows; `optional` tells whether optional properties are filled in."""
    return {} if schema is None else _Sampling(schemas, optional=optional).value(schema, 0)


def weigh(value: Data) -> int:
    """Returns how many values a value holds, long strings counting as several; no exact number for large ones."""
    weight = 0
    waiting = [value]
    while waiting and weight <= MOST_VALUES:
        each = waiting.pop()
        weight += 1
        match each:
            case str():
                weight += len(each) // CHARACTERS_PER_VALUE
            case dict():
                weight += len(each) if len(each) > MOST_VALUES else sum(map(len, each)) // CHARACTERS_PER_VALUE
                waiting.extend(islice(each.values(), MOST_VALUES))
            case list():
                weight += len(each) if len(each) > MOST_VALUES else 0
                waiting.extend(islice(each, MOST_VALUES))
            case _:
                pass
    return weight


class _Known(NamedTuple):
    """The value of a shared schema, what it took, and how many levels of shared schemas down it was made."""

    value: Data
    cost: int
    level: int


class _Sampling:
    """Makes one example; bounded however the schemas refer to each other.

    A shared schema is sampled once, and again only where it stands nearer to the top: its value has more in it there.
    """

    def __init__(self, schemas: Schemas, *, optional: bool) -> None:
        self._schemas = schemas
        self._optional = optional
        self._left = MOST_VALUES
        self._open: list[str] = []
        self._known: dict[str, _Known] = {}

    def value(self, schema: Schema, depth: int) -> Data:
        """Returns a value for a schema that stands `depth` levels below the top."""
        self._left -= 1
        given = _given(schema)
        if given is not msgspec.UNSET:
            self._left -= weigh(given)
            return given
        if depth > DEEPEST or self._left < 0:
            return None if isinstance(schema, Named) else _stub(schema)
        match schema:
            case Named(name=name):
                return self._named(name, depth)
            case Object():
                return self._object(schema, depth)
            case Array():
                return self._array(schema, depth)
            case AllOf(members=members):
                return self._merged(members, depth)
            case OneOf(members=members):
                return self._one_of(members, depth)
            case _:
                return _stub(schema)

    def _named(self, name: str, depth: int) -> Data:
        level = len(self._open)
        if name in self._open or level > DEEPEST_NAMED:
            return None
        known = self._known.get(name)
        if known is None or level < known.level:
            if name not in self._schemas:
                return {}
            left = self._left
            self._open.append(name)
            value = self.value(self._schemas[name], depth + 1)
            self._open.pop()
            self._known[name] = _Known(value, left - self._left, level)
            return value
        self._left -= known.cost
        return known.value if self._left >= 0 else None

    def _object(self, schema: Object, depth: int) -> Data:
        value: dict[str, Data] = {}
        is_filled = self._optional and len(self._open) <= DEEPEST_OPTIONAL
        for prop in schema.properties:
            if self._left <= 0:
                break
            if prop.required or (is_filled and not self._is_open(prop.schema)):
                value[prop.name] = self.value(prop.schema, depth + 1)
        if not value and not isinstance(schema.additional, bool):
            value["key"] = self.value(schema.additional, depth + 1)
        return value

    def _array(self, schema: Array, depth: int) -> Data:
        if schema.prefix_items:
            return [self.value(item, depth + 1) for item in schema.prefix_items[: max(self._left, 0)]]
        if self._is_open(schema.items) or self._left <= 0:
            return []
        return [self.value(schema.items, depth + 1)]

    def _one_of(self, members: tuple[Schema, ...], depth: int) -> Data:
        """Returns a value of the first member that ends and is not null; of one that is on the way here if need be."""
        choices = [member for member in members[:MOST_VALUES] if not _is_null(member)]
        for choice in sorted(choices, key=self._is_open):
            value = self.value(choice, depth + 1)
            if value is not None or self._left <= 0:
                return value
        return None

    def _merged(self, members: tuple[Schema, ...], depth: int) -> Data:
        merged: dict[str, Data] = {}
        other: Data = {}
        for member in members:
            if self._left <= 0:
                break
            value = self.value(member, depth + 1)
            if isinstance(value, dict):
                merged.update(value)
            elif value is not None and not other:
                other = value
        return merged or other

    def _is_open(self, schema: Schema) -> bool:
        return isinstance(schema, Named) and schema.name in self._open


def _is_null(schema: Schema) -> bool:
    return isinstance(schema, Scalar) and schema.type == "null"


def _given(schema: Schema) -> Data | msgspec.UnsetType:
    annotations = schema.annotations
    if annotations.examples and weigh(annotations.examples[0]) <= MOST_VALUES:
        return annotations.examples[0]
    return msgspec.UNSET if annotations.default is None else annotations.default


def _stub(schema: Schema) -> Data:
    """Returns a value for a schema without looking at those below it."""
    match schema:
        case Scalar():
            return _scalar(schema)
        case Enum(values=values):
            return next((value for value in values if value is not None), None)
        case Array():
            return []
        case Nothing():
            return None
        case _:
            return {}


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
