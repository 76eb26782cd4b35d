"""Terraform's syntax as view objects: values, attributes and blocks, with the alignment of `terraform fmt` worked out.

Only the template prints them; a literal reaches the text through the `hcl` filter alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import ClassVar

import msgspec

from specforge.errors import InternalError
from specforge.render import encode_hcl

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Literal(msgspec.Struct, frozen=True):
    """A string, number, flag or null."""

    kind: ClassVar[str] = "literal"
    value: str | int | float | bool | None


class Code(msgspec.Struct, frozen=True):
    """An expression that specforge itself wrote: references and calls, no word of a document in it."""

    kind: ClassVar[str] = "code"
    code: str


class Quoted(msgspec.Struct, frozen=True):
    """A string with expressions in it."""

    kind: ClassVar[str] = "quoted"
    parts: tuple[Literal | Code | Choice, ...]


class Choice(msgspec.Struct, frozen=True):
    """One of two values, by a condition."""

    kind: ClassVar[str] = "choice"
    condition: Code
    then: Value
    otherwise: Value


class Listed(msgspec.Struct, frozen=True):
    """A list on one line."""

    kind: ClassVar[str] = "list"
    items: tuple[Value, ...]


class Entry(msgspec.Struct, frozen=True):
    """A line of a map or an attribute of a block; `padding` aligns the equals signs."""

    name: str
    value: Value
    padding: str = ""

    @property
    def is_plain(self) -> bool:
        """Tells whether the name is an identifier, which needs no quotes."""
        return _NAME.fullmatch(self.name) is not None


class Mapped(msgspec.Struct, frozen=True):
    """A map, one entry a line, in groups that are aligned each for itself."""

    kind: ClassVar[str] = "map"
    groups: tuple[tuple[Entry, ...], ...]


class Call(msgspec.Struct, frozen=True):
    """A call of one of Terraform's functions."""

    kind: ClassVar[str] = "call"
    function: str
    arguments: tuple[Value, ...]


class Index(msgspec.Struct, frozen=True):
    """An element of a list."""

    kind: ClassVar[str] = "index"
    of: Value
    number: int


Value = Literal | Code | Quoted | Choice | Listed | Mapped | Call | Index
Plain = str | int | float | bool | None


class Block(msgspec.Struct, frozen=True):
    """A block: its type, its labels, its attributes in aligned groups, the blocks inside, and a comment above."""

    type: str
    labels: tuple[str, ...]
    groups: tuple[tuple[Entry, ...], ...]
    blocks: tuple[Block, ...] = ()
    comment: str | None = None


def block(
    kind: str,
    *labels: str,
    attributes: Mapping[str, Value | Plain] | None = None,
    blocks: tuple[Block, ...] = (),
    comment: str | None = None,
) -> Block:
    """Returns a block without the attributes that are None; raises InternalError for an unusable name."""
    given = {name: value for name, value in (attributes or {}).items() if value is not None}
    for name in (kind, *labels, *given):
        checked_name(name)
    return Block(kind, labels, _aligned(given), blocks, comment)


def resource(
    kind: str,
    label: str,
    attributes: Mapping[str, Value | Plain],
    *blocks: Block,
    comment: str | None = None,
) -> Block:
    """Returns a resource."""
    return block("resource", kind, label, attributes=attributes, blocks=blocks, comment=comment)


def mapped(entries: Mapping[str, Value | Plain]) -> Mapped:
    """Returns a map of any keys."""
    return Mapped(_aligned(entries))


def listed(*items: Value | Plain) -> Listed:
    """Returns a list."""
    return Listed(tuple(map(value_of, items)))


def quoted(*parts: str | Code | Literal | Choice) -> Value:
    """Returns a string of literal parts and expressions; a plain literal when there is no expression."""
    if all(isinstance(part, str) for part in parts):
        return Literal("".join(map(str, parts)))
    return Quoted(tuple(Literal(part) if isinstance(part, str) else part for part in parts))


def value_of(value: Value | Plain) -> Value:
    """Returns a literal for what is none of the view objects yet."""
    return Literal(value) if value is None or isinstance(value, str | int | float | bool) else value


def checked_name(name: str) -> str:
    """Returns a name that Terraform takes as it is; raises InternalError for any other."""
    if not _NAME.fullmatch(name):
        raise InternalError(f"{name!r} is no name for Terraform")
    return name


def _aligned(entries: Mapping[str, Value | Plain]) -> tuple[tuple[Entry, ...], ...]:
    """Returns the entries in groups: lines that follow each other, and each value of several lines alone."""
    groups: list[tuple[Entry, ...]] = []
    made = [Entry(name, value_of(value)) for name, value in entries.items()]
    for is_long, run in groupby(made, key=lambda entry: _is_long(entry.value)):
        together = tuple(run)
        groups.extend(((entry,) for entry in together) if is_long else [_padded(together)])
    return tuple(groups)


def _padded(run: tuple[Entry, ...]) -> tuple[Entry, ...]:
    width = max(map(_width, run))
    return tuple(Entry(entry.name, entry.value, " " * (width - _width(entry))) for entry in run)


def _width(entry: Entry) -> int:
    return len(entry.name if entry.is_plain else encode_hcl(entry.name))


def _is_long(value: Value) -> bool:
    return any(isinstance(part, Mapped) and part.groups for part in _parts(value))


def _parts(value: Value) -> Iterator[Value]:
    yield value
    match value:
        case Listed(items=items) | Call(arguments=items):
            for item in items:
                yield from _parts(item)
        case Choice(then=then, otherwise=otherwise):
            yield from _parts(then)
            yield from _parts(otherwise)
        case _:
            pass
