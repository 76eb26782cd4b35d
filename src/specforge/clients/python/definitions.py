"""Types as text, and the definitions that such texts name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.ir import Data, Enum, Scalar, Schema
from specforge.render import encode_py

FORMATS: Mapping[str, str] = {
    "date-time": "dt.datetime",
    "date": "dt.date",
    "uuid": "UUID",
    "byte": "bytes",
    "binary": "bytes | File",
}
SCALARS: Mapping[str, str] = {"integer": "int", "number": "float", "boolean": "bool", "null": "None", "file": "bytes"}

_CONSTANT = re.compile(r"""Literal\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w-]+)\]""")


class Type(NamedTuple):
    """The text of a type, and the names in it that must be imported."""

    text: str
    uses: frozenset[str] = frozenset()

    def optional(self, *, nullable: bool) -> Type:
        """Returns the type, with None where null is allowed."""
        if not nullable or self.text in ("Any", "None") or self.text.endswith("| None"):
            return self
        return Type(f"{self.text} | None", self.uses)


ANY = Type("Any", frozenset({"Any"}))


class ModelField(NamedTuple):
    """A field of a model: its attribute, its name on the wire, and its default (`UNSET`, a constant or none)."""

    attribute: str
    wire: str
    type: Type
    default: str | None
    description: str | None
    schema: Schema


class ModelClass(NamedTuple):
    """A dataclass; `extra` is the type of fields that the document does not name, where it says one."""

    name: str
    description: str | None
    fields: tuple[ModelField, ...]
    extra: Type | None


class EnumClass(NamedTuple):
    """An open enum; `base` is OpenStrEnum or OpenIntEnum."""

    name: str
    description: str | None
    base: str
    members: tuple[tuple[str, str | int], ...]


class Alias(NamedTuple):
    """A name for a type; a union has `members`, and may be told apart by a property."""

    name: str
    description: str | None
    members: tuple[Type, ...]
    property: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()


Definition = ModelClass | EnumClass | Alias


class ModelModule(NamedTuple):
    """A module of models: what belongs to one schema of the document."""

    name: str
    definitions: tuple[Definition, ...]


class Context(NamedTuple):
    """What a schema without a name of its own is called after; an `owned` name is taken already."""

    name: str
    owned: bool = False

    def child(self, part: str) -> Context:
        """Returns the context of a part."""
        return Context(self.name + part)


def scalar_type(schema: Scalar) -> Type:
    """Returns the type of a scalar by its type and format."""
    text = FORMATS.get(schema.format or "", "str") if schema.type == "string" else SCALARS.get(schema.type, "Any")
    uses = {"UUID": {"UUID"}, "Any": {"Any"}, "bytes | File": {"File"}}.get(
        text, {"dt"} if text.startswith("dt.") else set()
    )
    return Type(text, frozenset(uses))


def enum_base(schema: Enum) -> str | None:
    """Returns the class that an enum extends; None when its values stand as a Literal."""
    values = [value for value in schema.values if value is not None]
    if len(values) < 2:
        return None
    if all(isinstance(value, str) for value in values):
        return "OpenStrEnum"
    if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
        return "OpenIntEnum"
    return None


def literal_type(values: Iterable[Data]) -> Type:
    """Returns the type of values that make no enum: a constant as a Literal, else the types of the values."""
    listed = list(values)
    if len(listed) == 1 and isinstance(listed[0], str | bool | int):
        return Type(f"Literal[{encode_py(listed[0])}]", frozenset({"Literal"}))
    names = dict.fromkeys(type(value).__name__ for value in listed)
    if not names:
        return Type("None")
    if names.keys() <= {"str", "int", "float", "bool"}:
        return Type(" | ".join(names))
    return ANY


def unique_types(types: Iterable[Type]) -> tuple[Type, ...]:
    """Returns the types, each once, None left out; constants are one Literal, where the first of them stands."""
    by_text = {type_.text: type_ for type_ in types if type_.text != "None"}
    constants = [text for text in by_text if _CONSTANT.fullmatch(text)]
    if len(constants) < 2:
        return tuple(by_text.values())
    values = ", ".join(text[len("Literal[") : -1] for text in constants)
    by_text[constants[0]] = Type(f"Literal[{values}]", frozenset({"Literal"}))
    return tuple(type_ for text, type_ in by_text.items() if text not in constants[1:])


def join(types: Iterable[Type]) -> Type:
    """Returns the union of types; a number includes integers."""
    members = unique_types(types)
    if any(member.text == "Any" for member in members):
        return ANY
    return Type(" | ".join(member.text for member in members) or "None", frozenset().union(*(m.uses for m in members)))
