"""Schemas as readers see them: a type in words, what restricts it, the properties below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from specforge.diagnostics import Report
from specforge.ir import (
    AllOf,
    Anything,
    Array,
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
from specforge.targets.docs.anchors import SchemaAnchors
from specforge.targets.docs.markdown import escaped
from specforge.targets.docs.prose import Prose, Words, code
from specforge.targets.docs.restrictions import Fact, facts_of

DEEPEST = 12
MOST_PARTS = 1_000
MOST_SHOWN = 100_000
MOST_MERGED = 100
"""Properties further down, or beyond so many of one object or of all, and schemas of one `allOf` are not shown.

A finding names what is cut.
"""

Part = TypeVar("Part")

MOST_NESTED_UNIONS = 2
"""How many unions a type's name spells out inside each other."""


class Piece(msgspec.Struct, frozen=True):
    """A part of a type's name; `href` leads to a shared schema."""

    text: str
    href: str | None = None

    @property
    def md(self) -> str:
        """Returns the piece as Markdown; the schemas have a file of their own."""
        return escaped(self.text) if self.href is None else f"[{escaped(self.text)}](schemas.md{self.href})"


class Choice(msgspec.Struct, frozen=True):
    """One of the members of a union, or of what must hold at once."""

    type: tuple[Piece, ...]
    shape: Shape | None = None


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A property: `flags` are words such as deprecated or read-only."""

    name: str
    required: bool
    flags: tuple[str, ...]
    shape: Shape

    @property
    def md_name(self) -> str:
        """Returns the name as code of Markdown."""
        return code(self.name)


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A schema: `fields` of the object, or of the objects in the array; `choices` of a union under `choice_label`."""

    type: tuple[Piece, ...]
    words: Words
    facts: tuple[Fact, ...] = ()
    fields: tuple[Field, ...] = ()
    choice_label: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def has_parts(self) -> bool:
        """Tells whether there is anything below the type."""
        return bool(self.fields or self.choices)

    @property
    def is_more(self) -> bool:
        """Tells whether there is anything to say beside the type."""
        return bool(self.fields or self.choices or self.facts or self.words)


class Shapes:
    """Makes shapes; a shared schema is linked, not repeated, so that no recursion is followed."""

    def __init__(self, schemas: Mapping[str, Schema], anchors: SchemaAnchors, prose: Prose, report: Report) -> None:
        self._schemas = schemas
        self._anchors = anchors
        self._prose = prose
        self._report = report
        self._left = MOST_SHOWN
        self._full = False
        self._named: dict[str, Shape] = {}

    def of_named(self, name: str) -> Shape:
        """Returns the shape of a shared schema; made once, used wherever it is shown."""
        if name not in self._named:
            self._named[name] = self.of(self._schemas[name])
        return self._named[name]

    def described(self, schema: Schema | None, words: Words) -> Shape:
        """Returns the shape of a parameter or header; its own description wins over that of its schema."""
        if schema is None:
            return Shape(type=(Piece("any value"),), words=words)
        shape = self.of(schema)
        return msgspec.structs.replace(shape, words=words) if words else shape

    def of(self, schema: Schema, depth: int = 0) -> Shape:
        """Returns the shape of a schema; `depth` is how many levels above it are shown already."""
        fields, label, choices = self._parts(schema, depth)
        return Shape(
            type=self.type_of(schema),
            words=self._prose.words(schema.annotations.description),
            facts=facts_of(schema),
            fields=fields,
            choice_label=label,
            choices=choices,
        )

    def type_of(self, schema: Schema, depth: int = 0) -> tuple[Piece, ...]:
        """Returns the name of a type, with links to the shared schemas in it."""
        null = (Piece(" or null"),) if schema.nullable else ()
        return (*self._type(schema, depth), *null)

    def _type(self, schema: Schema, depth: int) -> tuple[Piece, ...]:
        match schema:
            case Named(name=name):
                anchor = self._anchors.find(name)
                return (Piece(name, f"#{anchor}" if anchor else None),)
            case Scalar(type=type_, format=format_):
                return (Piece(f"{type_} ({format_})" if format_ else type_),)
            case Enum(type=type_):
                return (Piece(type_ or "value"),)
            case Array() if schema.prefix_items or depth > DEEPEST:
                return (Piece("array"),)
            case Array():
                return (Piece("array of "), *self.type_of(schema.items, depth + 1))
            case Object():
                is_map = not schema.properties and not isinstance(schema.additional, bool) and depth <= DEEPEST
                return (Piece("map of "), *self.type_of(schema.additional, depth + 1)) if is_map else (Piece("object"),)  # type: ignore[arg-type]  # is_map says that it is no bool
            case OneOf():
                return self._union(schema, depth)
            case AllOf():
                return self._all(schema, depth)
            case Nothing():
                return (Piece("no value"),)
            case Anything() | InvalidSchema() | Not():
                return (Piece("any value"),)

    def _union(self, schema: OneOf, depth: int) -> tuple[Piece, ...]:
        if len(schema.members) > 4 or depth > MOST_NESTED_UNIONS:
            return (Piece("one of several types"),)
        pieces: list[Piece] = []
        for member in schema.members:
            pieces += [Piece(" or "), *self.type_of(member, depth + 1)]
        return tuple(pieces[1:])

    def _all(self, schema: AllOf, depth: int) -> tuple[Piece, ...]:
        named = [member for member in schema.members if isinstance(member, Named)]
        if len(schema.members) == 1 and depth <= DEEPEST:
            return self.type_of(schema.members[0], depth + 1)
        pieces: list[Piece] = []
        for member in named:
            pieces += [Piece(" and "), *self._type(member, depth)]
        return (Piece("object: "), *pieces[1:]) if pieces else (Piece("object"),)

    def _parts(self, schema: Schema, depth: int) -> tuple[tuple[Field, ...], str, tuple[Choice, ...]]:
        if depth >= DEEPEST:
            if not isinstance(schema, Scalar | Enum | Named | Anything):
                message = f"the documentation shows {DEEPEST} levels of nested properties"
                self._report.add("schema-too-deep-for-docs", schema.origin, message)
            return (), "", ()
        match schema:
            case Object():
                return self._fields(schema, depth), "", ()
            case Array() if schema.prefix_items:
                return (), "Items in this order", self._choices(schema, (*schema.prefix_items, schema.items), depth)
            case Array(items=items):
                return self._parts(items, depth)
            case OneOf(members=members):
                return (), "One of" if schema.exclusive else "Any of", self._choices(schema, members, depth)
            case AllOf():
                return self._merged(schema, depth)
            case Not(member=member):
                return (), "Anything but", self._choices(schema, (member,), depth)
            case _:
                return (), "", ()

    def _fields(self, schema: Object, depth: int) -> tuple[Field, ...]:
        properties = self._within(schema, schema.properties)
        own = [self._field(each, depth) for each in properties]
        patterns = [
            self._field(each, depth, f"names like {each.name}") for each in schema.pattern_properties[:MOST_PARTS]
        ]
        declared = {each.name for each in schema.properties}
        bare = [self._undeclared(name) for name in schema.required[:MOST_PARTS] if name not in declared]
        rest = () if isinstance(schema.additional, bool) else (self._rest(schema.additional, depth),)
        left_out = len(schema.properties) - len(properties)
        more = (self._left_out(left_out),) if left_out else ()
        return (*own, *more, *patterns, *bare, *rest)

    def _within(self, schema: Schema, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Returns as many properties or members of a schema as there is room for."""
        room = min(MOST_PARTS, self._left)
        if len(parts) > room:
            self._tell(schema, f"the documentation shows {room} of its {len(parts)} properties or members")
        self._left -= min(room, len(parts))
        return parts[:room]

    def _tell(self, schema: Schema, message: str) -> None:
        """Reports what is cut; once the page is full, only the first schema that has no room."""
        if self._full:
            return
        self._full = self._left == 0
        self._report.add("schema-too-large-for-docs", schema.origin, message)

    def _field(self, each: Property, depth: int, name: str | None = None) -> Field:
        annotations = each.schema.annotations
        flags = (
            ("deprecated", annotations.deprecated),
            ("read-only", annotations.read_only),
            ("write-only", annotations.write_only),
        )
        return Field(
            name=each.name if name is None else name,
            required=each.required,
            flags=tuple(word for word, holds in flags if holds),
            shape=self.of(each.schema, depth + 1),
        )

    def _undeclared(self, name: str) -> Field:
        shape = Shape(type=(Piece("any value"),), words=self._prose.words(None))
        return Field(name=name, required=True, flags=(), shape=shape)

    def _left_out(self, count: int) -> Field:
        shape = Shape(type=(Piece("not shown here"),), words=self._prose.words(None))
        return Field(name=f"{count} more", required=False, flags=(), shape=shape)

    def _rest(self, schema: Schema, depth: int) -> Field:
        return Field(name="any other name", required=False, flags=(), shape=self.of(schema, depth + 1))

    def _choices(self, schema: Schema, members: tuple[Schema, ...], depth: int) -> tuple[Choice, ...]:
        return tuple(
            Choice(self.type_of(member), None if isinstance(member, Named) else self.of(member, depth + 1))
            for member in self._within(schema, members)
        )

    def _merged(self, schema: AllOf, depth: int) -> tuple[tuple[Field, ...], str, tuple[Choice, ...]]:
        """Returns the properties of all members as one list; members that are no objects stay apart."""
        fields: dict[str, Field] = {}
        others: list[Schema] = []
        required: set[str] = set()
        for member in self._flattened(schema):
            if isinstance(member, Object):
                required.update(member.required)
                fields.update({field.name: field for field in self._fields(member, depth)})
            else:
                others.append(member)
        merged = (
            msgspec.structs.replace(field, required=True) if name in required else field
            for name, field in fields.items()
        )
        return tuple(merged), "And" if others else "", self._choices(schema, tuple(others), depth)

    def _flattened(self, schema: AllOf) -> list[Schema]:
        """Returns the members of an AllOf, of those below it and behind names; each name once."""
        seen: set[str] = set()
        found: list[Schema] = []
        waiting: list[Schema] = list(reversed(schema.members))
        while waiting:
            member = waiting.pop()
            if isinstance(member, Named):
                target = self._schemas.get(member.name)
                if len(seen) == MOST_MERGED:
                    self._tell(schema, f"the documentation shows what it has of {MOST_MERGED} schemas")
                    break
                if target is not None and member.name not in seen:
                    seen.add(member.name)
                    waiting.append(target)
            elif isinstance(member, AllOf):
                waiting.extend(reversed(member.members))
            elif not isinstance(member, Anything):
                found.append(member)
        return found
