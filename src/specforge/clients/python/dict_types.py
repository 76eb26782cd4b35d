"""Request bodies as dictionaries: a TypedDict under wire names beside each model that a caller may send."""

from __future__ import annotations

import re
from collections.abc import Iterable
from keyword import iskeyword
from typing import NamedTuple

from specforge.clients.naming import UniqueNames
from specforge.clients.python.annotations import operands
from specforge.clients.python.calls import Call, PythonApi
from specforge.clients.python.definitions import Alias, EnumClass, ModelClass, Type

_QUOTED_OR_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|\b\w+\b')
_LEFT_OUT = frozenset({"Unset", "Unknown"})
SHADOWING = frozenset({"bool", "bytes", "dict", "dt", "float", "int", "list", "str", "None", "True", "False"})
"""Names that a type may hold; a field of one of them would hide it from the fields below."""


class DictField(NamedTuple):
    """A key and the type of its value."""

    wire: str
    type: str
    required: bool


class DictClass(NamedTuple):
    """A TypedDict; `is_class` tells whether its keys can be written as names."""

    name: str
    model: str
    fields: tuple[DictField, ...]
    is_class: bool


class DictAlias(NamedTuple):
    """Another word for a type of dictionaries."""

    name: str
    model: str
    members: tuple[str, ...]


class DictTypes(NamedTuple):
    """All dictionaries of an API: their definitions, and from a model's name to its dictionary's."""

    definitions: tuple[DictClass | DictAlias, ...]
    names: dict[str, str]
    enums: dict[str, str]

    def text(self, type_: str) -> str:
        """Returns a type with dictionaries instead of models; nothing that only answers hold."""
        kept = (member for member in operands(type_) if member not in _LEFT_OUT)
        return " | ".join(dict.fromkeys(_QUOTED_OR_WORD.sub(self._word, member) for member in kept))

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        if word in self.enums:
            return f"{word} | {self.enums[word]}"
        return self.names.get(word, word)

    def beside(self, type_: Type) -> str | None:
        """Returns the dictionary form of a type; None when it has no other form."""
        return self.text(type_.text) if type_.uses & self.names.keys() else None


def describe_dicts(python: PythonApi) -> DictTypes:
    """Returns the dictionaries that request bodies may be given as."""
    known = {one.name: one for module in python.book.modules for one in module.definitions}
    reached = _reached((call for group in python.groups for call in group.calls), known)
    unique = UniqueNames(known)
    names = {name: unique.take(f"{name}Dict", "") for name in reached if not isinstance(known[name], EnumClass)}
    enums = {
        name: "str" if one.base == "OpenStrEnum" else "int"
        for name, one in known.items()
        if isinstance(one, EnumClass) and name in reached
    }
    types = DictTypes((), names, enums)
    return types._replace(definitions=tuple(_definition(known[name], types) for name in names))


def _reached(calls: Iterable[Call], known: dict[str, ModelClass | EnumClass | Alias]) -> list[str]:
    """Returns the names of all definitions below request bodies, in the order of the modules."""
    bodies = (argument.type.uses for call in calls for argument in call.arguments if argument.location == "body")
    waiting = [name for uses in bodies for name in uses if name in known]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(below for below in _uses(known[name]) if below in known)
    return [name for name in known if name in found]


def _uses(definition: ModelClass | EnumClass | Alias) -> Iterable[str]:
    match definition:
        case ModelClass(fields=fields):
            return {name for field in fields if not _is_read_only(field.schema) for name in field.type.uses}
        case Alias(members=members):
            return {name for member in members for name in member.uses}
        case EnumClass():
            return ()


def _is_read_only(schema: object) -> bool:
    annotations = getattr(schema, "annotations", None)
    return bool(annotations is not None and annotations.read_only)


def _definition(definition: ModelClass | EnumClass | Alias, types: DictTypes) -> DictClass | DictAlias:
    name = types.names[definition.name]
    if isinstance(definition, Alias):
        members = dict.fromkeys(
            types.text(member.text) for member in definition.members if member.text not in _LEFT_OUT
        )
        return DictAlias(name, definition.name, tuple(members))
    assert isinstance(definition, ModelClass)  # noqa: S101  # enums have no dictionary
    fields = tuple(
        DictField(field.wire, types.text(field.type.text), field.default != "UNSET")
        for field in definition.fields
        if not _is_read_only(field.schema)
    )
    return DictClass(name, definition.name, fields, all(_is_plain(field.wire) for field in fields))


def _is_plain(wire: str) -> bool:
    """Tells whether a key can be written as a name in the body of a class."""
    is_name = wire.isidentifier() and wire.isascii() and not iskeyword(wire)
    return is_name and not wire.startswith("__") and wire not in SHADOWING
