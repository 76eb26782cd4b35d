"""Schemas: what a value may be, the same for OpenAPI 2.0, 3.0 and 3.1.

A schema is one of a closed union of small types; `nullable` and the annotations stand on each.
Every `$ref` is a `Named`, so recursion never nests.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.source import Data

NOTHING: Mapping[str, Data] = {}


class Annotations(msgspec.Struct, frozen=True, kw_only=True):
    """What a schema says beside its type; `default` is UNSET when the document gives none."""

    title: str | None = None
    description: str | None = None
    default: Data | msgspec.UnsetType = msgspec.UNSET
    examples: tuple[Data, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


PLAIN = Annotations()


class SchemaNode(msgspec.Struct, frozen=True, kw_only=True):
    """What every kind of schema has.

    `nullable` is `nullable: true` of 3.0, `x-nullable` of 2.0 and `type: [.., "null"]` of 3.1.
    `extra` keeps the keywords that the kind has no field for, as the document has them.
    """

    origin: Origin
    annotations: Annotations = PLAIN
    nullable: bool = False
    extra: Mapping[str, Data] = NOTHING


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of a number or a string; exclusive bounds are numbers, as in JSON Schema 2020-12."""

    minimum: float | int | None = None
    maximum: float | int | None = None
    exclusive_minimum: float | int | None = None
    exclusive_maximum: float | int | None = None
    multiple_of: float | int | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


UNBOUNDED = Bounds()


class Scalar(SchemaNode, frozen=True, kw_only=True):
    """A string, integer, number, boolean or null; `type` is that word."""

    type: str
    format: str | None = None
    bounds: Bounds = UNBOUNDED


class Enum(SchemaNode, frozen=True, kw_only=True):
    """One of the listed values; `const` is an Enum of one. `type` is None when it is not said."""

    values: tuple[Data, ...]
    type: str | None = None
    format: str | None = None


class Array(SchemaNode, frozen=True, kw_only=True):
    """A list; `prefix_items` are the leading positions that 2020-12 may type one by one."""

    items: Schema
    prefix_items: tuple[Schema, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """A property of an object under its wire name."""

    name: str
    schema: Schema
    required: bool = False
    origin: Origin


class Object(SchemaNode, frozen=True, kw_only=True):
    """An object; `additional` is the schema of further properties, or whether any may come.

    `required` lists names that are required without being declared as properties.
    """

    properties: tuple[Property, ...] = ()
    additional: Schema | bool = True
    additional_declared: bool = False
    pattern_properties: tuple[Property, ...] = ()
    required: tuple[str, ...] = ()
    min_properties: int | None = None
    max_properties: int | None = None


class Discriminator(msgspec.Struct, frozen=True, kw_only=True):
    """The property that tells the members of a OneOf apart; `mapping` goes from its value to a schema name."""

    property: str
    mapping: Mapping[str, str] = {}
    origin: Origin


class OneOf(SchemaNode, frozen=True, kw_only=True):
    """One of several schemas; `exclusive` tells oneOf from anyOf and from a list of types."""

    members: tuple[Schema, ...]
    exclusive: bool = True
    discriminator: Discriminator | None = None


class AllOf(SchemaNode, frozen=True, kw_only=True):
    """All of several schemas at once; what stands beside `allOf` is the last member."""

    members: tuple[Schema, ...]
    discriminator: Discriminator | None = None


class Not(SchemaNode, frozen=True, kw_only=True):
    """Anything that the member is not."""

    member: Schema


class Named(SchemaNode, frozen=True, kw_only=True):
    """A reference to `Api.schemas[name]`; `annotations` are those beside the `$ref`."""

    name: str


class Anything(SchemaNode, frozen=True, kw_only=True):
    """No restriction: `{}`, `true`, or an object without a single keyword that restricts."""


class Nothing(SchemaNode, frozen=True, kw_only=True):
    """No value at all: `false` of 3.1."""


class InvalidSchema(SchemaNode, frozen=True, kw_only=True):
    """A schema that is malformed, or whose `$ref` leads nowhere; read as anything by emitters."""


Schema = Scalar | Enum | Array | Object | OneOf | AllOf | Not | Named | Anything | Nothing | InvalidSchema
