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

_LONGEST_LIST = 90
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
    """A list: on one line, unless there are several items and they need lines of their own."""

    kind: ClassVar[str] = "list"
    items: tuple[Value, ...]

    @property
    def is_spread(self) -> bool:
        """Tells whether each item starts a line."""
        return len(self.items) > 1 and (any(map(is_long, self.items)) or sum(map(_length, self.items)) > _LONGEST_LIST)


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
    """A map: one entry a line, in groups that are aligned each for itself, or all of it on one line."""

    kind: ClassVar[str] = "map"
    groups: tuple[tuple[Entry, ...], ...]
    is_inline: bool = False


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
    """A block: its type, its labels, its attributes in aligned groups, the blocks inside.

    `comment` stands above it, `notes` are comments inside. `first` is what says how many there are, `last` what it
    waits for.
    """

    type: str
    labels: tuple[str, ...]
    groups: tuple[tuple[Entry, ...], ...]
    blocks: tuple[Block, ...] = ()
    comment: str | None = None
    notes: tuple[str, ...] = ()
    first: tuple[tuple[Entry, ...], ...] = ()
    last: tuple[tuple[Entry, ...], ...] = ()

    @property
    def sections(self) -> tuple[tuple[Entry, ...] | Block, ...]:
        """Returns what a blank line separates."""
        return (*self.first, *self.groups, *self.blocks, *self.last)


_FIRST = ("count", "for_each")
_LAST = ("depends_on",)


def block(
    kind: str,
    *labels: str,
    attributes: Mapping[str, Value | Plain] | None = None,
    blocks: tuple[Block, ...] = (),
    comment: str | None = None,
    notes: tuple[str, ...] = (),
) -> Block:
    """Returns a block without the attributes that are None; raises InternalError for an unusable name."""
    given = {name: value for name, value in (attributes or {}).items() if value is not None}
    for name in (kind, *labels, *given):
        checked_name(name)
    first = {name: given.pop(name) for name in _FIRST if name in given}
    last = {name: given.pop(name) for name in _LAST if name in given}
    return Block(kind, labels, _aligned(given), blocks, comment, notes, _aligned(first), _aligned(last))


def resource(
    kind: str,
    label: str,
    attributes: Mapping[str, Value | Plain],
    *blocks: Block,
    comment: str | None = None,
    notes: tuple[str, ...] = (),
) -> Block:
    """Returns a resource."""
    return block("resource", kind, label, attributes=attributes, blocks=blocks, comment=comment, notes=notes)


def mapped(entries: Mapping[str, Value | Plain]) -> Mapped:
    """Returns a map of any keys."""
    return Mapped(_aligned(entries))


def inline(entries: Mapping[str, Value | Plain]) -> Mapped:
    """Returns a map on one line, for one or two short entries."""
    return Mapped((tuple(Entry(name, value_of(value)) for name, value in entries.items()),), is_inline=True)


def listed(*items: Value | Plain) -> Listed:
    """Returns a list."""
    return Listed(tuple(map(value_of, items)))


def quoted(*parts: str | Code | Literal | Choice) -> Value:
    """Returns a string of literal parts and expressions; a plain literal when there is no expression."""
    texts = [part if isinstance(part, str) else part.value for part in parts if isinstance(part, str | Literal)]
    if len(texts) == len(parts):
        return Literal("".join(map(str, texts)))
    return Quoted(tuple(Literal(part) if isinstance(part, str) else part for part in parts))


def joined(*values: Value | str) -> Value:
    """Returns the texts of strings one behind the other."""
    parts: list[str | Code | Literal | Choice] = []
    for value in values:
        match value:
            case Literal():
                parts.append(value)
            case Quoted(parts=inner):
                parts.extend(inner)
            case str():
                parts.append(Literal(value))
            case Code() | Choice():
                parts.append(value)
            case _:
                raise InternalError(f"a {value.kind} is no text")
    return quoted(*parts)


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
    for is_alone, run in groupby(made, key=lambda entry: is_long(entry.value)):
        together = tuple(run)
        groups.extend(((entry,) for entry in together) if is_alone else [_padded(together)])
    return tuple(groups)


def _padded(run: tuple[Entry, ...]) -> tuple[Entry, ...]:
    width = max(map(_width, run))
    return tuple(Entry(entry.name, entry.value, " " * (width - _width(entry))) for entry in run)


def _width(entry: Entry) -> int:
    return len(entry.name if entry.is_plain else encode_hcl(entry.name))


def is_long(value: Value) -> bool:
    """Tells whether a value takes several lines."""
    return any(_breaks(part) for part in _parts(value))


def _breaks(value: Value) -> bool:
    match value:
        case Mapped(groups=groups, is_inline=is_inline):
            return bool(groups) and not is_inline
        case Listed():
            return value.is_spread
        case _:
            return False


def _length(value: Value) -> int:
    """Returns about how long a value is."""
    match value:
        case Literal(value=plain):
            return len(str(plain)) + 4
        case Code(code=code):
            return len(code) + 5
        case Quoted(parts=parts):
            return sum(map(_length, parts))
        case _:
            return 0


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
