"""The types of everything that specforge says about a document.

A stage reports a `Finding` at an `Origin`; `rules.settle` turns findings into `Diagnostic`s.
This module knows no file, no YAML and no rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, NewType, Protocol

import msgspec

RuleId = NewType("RuleId", str)
Key = str | int
Pointer = tuple[Key, ...]


class Span(NamedTuple):
    """A stretch of a text; lines and columns count from 1, the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Returns `file:line:column`, the form that editors make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


class Place(NamedTuple):
    """Where a pointer stands in a text, and the aliases and merge keys on the way."""

    key: Span
    value: Span
    hops: tuple[tuple[str, Span], ...] = ()


class Places(Protocol):
    """Finds pointers in one text; `source` implements it by a scan on demand."""

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:
        """Returns the place of each pointer, or of its longest prefix that exists."""
        ...

    def lines(self, first: int, last: int) -> Sequence[str]:
        """Returns the lines `first` to `last` of the text, for a code frame."""
        ...

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """Returns where the characters `start` to `end` of a string value stand in the text."""
        ...


class Entry:
    """The root of one text: where every chain of origins ends."""

    __slots__ = ("file", "places")

    def __init__(self, file: str, places: Places) -> None:
        self.file = file
        self.places = places


class Origin:
    """A node of a document and the way that led to it; a link, resolved to a place on demand.

    Origins take no part in comparison: two IR nodes that say the same are equal wherever they
    stand. Therefore every origin equals every other; compare with `is`, or by `pointer()`.
    """

    __slots__ = ("entry", "key", "parent", "value", "via")

    def __init__(
        self,
        entry: Entry,
        value: Any,
        *,
        parent: Origin | None = None,
        key: Key | None = None,
        via: Hop | None = None,
    ) -> None:
        self.entry = entry
        self.value = value
        self.parent = parent
        self.key = key
        self.via = via

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.entry.file}#{self.path()}>"

    def at(self, *keys: Key) -> Origin:
        """Returns the descendant, or the deepest node on the way to it that exists."""
        node = self
        for key in keys:
            child = node._child(key)
            if child is None:
                return node
            node = child
        return node

    def _child(self, key: Key) -> Origin | None:
        value = self.value
        if isinstance(value, dict):
            if key not in value:
                return None
        elif not (isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value)):
            return None
        return Origin(self.entry, value[key], parent=self, key=key)

    def pointer(self) -> Pointer:
        """Returns the keys from the root of the text to this node."""
        keys: list[Key] = []
        node: Origin | None = self
        while node is not None:
            if node.key is not None:
                keys.append(node.key)
            node = node.parent
        return tuple(reversed(keys))

    def path(self) -> str:
        """Returns the RFC 6901 JSON pointer of this node."""
        return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in self.pointer())

    def hops(self) -> Iterator[Hop]:
        """Yields the `$ref`s that led here, the nearest first."""
        node: Origin | None = self
        while node is not None:
            if node.via is not None:
                yield node.via
                node = node.via.origin
            else:
                node = node.parent


class Spot(Origin):
    """A place in a text that could not be read into nodes: `span` is known, a pointer is not."""

    __slots__ = ("span",)

    def __init__(self, entry: Entry, span: Span) -> None:
        super().__init__(entry, None)
        self.span = span


class Inside(Origin):
    """A stretch of the text that stands at a node, such as a reference inside a mapping template.

    `start` and `end` count characters of the value.
    """

    __slots__ = ("end", "start")

    def __init__(self, whole: Origin, start: int, end: int) -> None:
        super().__init__(whole.entry, whole.value, parent=whole.parent, key=whole.key, via=whole.via)
        self.start = start
        self.end = end


class Hop(NamedTuple):
    """One step that was not from parent to child: `kind` is ref, alias or merge."""

    kind: str
    origin: Origin


class Severity(IntEnum):
    """How bad a finding is; higher is worse, so that thresholds compare."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Note(NamedTuple):
    """A remark below a finding, with a place of its own where it has one."""

    text: str
    origin: Origin | None = None


class Edit(NamedTuple):
    """Puts `value` at the origin's place; `kind` is replace-value, rename-key, insert-key or remove."""

    kind: str
    origin: Origin
    value: Any = None
    key: str = ""


class Fix(NamedTuple):
    """The one safe answer to a finding."""

    title: str
    edits: tuple[Edit, ...]


class Replacement(NamedTuple):
    """A stretch of a text and what a fix puts there."""

    span: Span
    text: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What any stage reports: a rule's id, one sentence, and the node it is about.

    `on_key` marks the key instead of the value: a wrong name, or something absent below it.
    """

    rule: RuleId
    message: str
    origin: Origin
    on_key: bool = False
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    aws_message: str | None = None


class Via(NamedTuple):
    """A settled hop: where the `$ref`, alias or merge key stands.

    `reference` is the text of a `$ref`; `user` is what the way begins at, such as `GET /orders`.
    """

    kind: str
    span: Span
    pointer: str
    reference: str = ""
    user: str = ""


class SettledNote(NamedTuple):
    """A note with its place worked out."""

    text: str
    span: Span | None


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with its severity, what it stops, and its place: what the user sees.

    `replacements` are the changes of text that its fix amounts to.
    """

    rule: RuleId
    severity: Severity
    message: str
    span: Span
    pointer: str
    stops: str | None = None
    via: tuple[Via, ...] = ()
    notes: tuple[SettledNote, ...] = ()
    fix: Fix | None = None
    replacements: tuple[Replacement, ...] = ()
    aws_message: str | None = None
    origin: Origin


class Report:
    """Collects the findings of one run; stages add, only `rules.settle` reads them all.

    `templates` is the folder of a user's own templates, for the targets that emit.
    """

    def __init__(self, templates: str | None = None) -> None:
        self.templates = templates
        self.findings: list[Finding] = []
        self.settled: tuple[Diagnostic, ...] = ()

    def add(
        self,
        rule: str,
        origin: Origin,
        message: str,
        *,
        on_key: bool = False,
        notes: tuple[Note, ...] = (),
        fix: Fix | None = None,
        aws_message: str | None = None,
    ) -> None:
        """Records a finding; the rule file named `rule` holds its severity and its text."""
        self.findings.append(
            Finding(
                rule=RuleId(rule),
                message=message,
                origin=origin,
                on_key=on_key,
                notes=notes,
                fix=fix,
                aws_message=aws_message,
            )
        )

    def take(self) -> list[Finding]:
        """Returns what was added since the last call and forgets it."""
        taken, self.findings = self.findings, []
        return taken
