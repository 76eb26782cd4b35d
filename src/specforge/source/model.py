"""What reading a text yields: plain data, the problems met on the way, and places on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from specforge.diagnostics import Entry, Place, Pointer, Span

if TYPE_CHECKING:
    from specforge.source.edits import Editor
    from specforge.source.nodes import Node
    from specforge.source.places import TextPlaces
    from specforge.source.text import Lines

Data = dict[str, "Data"] | list["Data"] | str | int | float | bool | None

# Every id that this package raises; rules/ has a file of the same name for each.
RULES = (
    "alias-cycle",
    "alias-expansion-too-large",
    "ambiguous-yaml-scalar",
    "document-too-deep",
    "document-too-large",
    "duplicate-key",
    "file-not-readable",
    "json-syntax-error",
    "mapping-key-not-scalar",
    "merge-key-without-mapping",
    "multiple-documents",
    "not-utf-8",
    "number-out-of-range",
    "reference-leaves-folder",
    "remote-reference-refused",
    "tab-indentation",
    "too-many-files",
    "unknown-yaml-tag",
    "yaml-syntax-error",
)

MOST_PROBLEMS = 1000
MARKS = {"": b"", "8": b"\xef\xbb\xbf", "le": b"\xff\xfe", "be": b"\xfe\xff"}
"""The byte order marks that a text may begin with."""


class Bounds(NamedTuple):
    """How much a run reads before it says stop; the figures guard memory, not taste.

    Stages walk data with Python recursion of a few frames per level, and jsonschema-rs stops at 255 levels, which
    is what limits depth.
    """

    bytes: int = 50_000_000
    depth: int = 200
    nodes: int = 5_000_000
    files: int = 1000


BOUNDS = Bounds()


class Problem(NamedTuple):
    """A fault of a text, met while it was read; `on_key` marks the key instead of the value."""

    rule: str
    message: str
    pointer: Pointer = ()
    on_key: bool = False
    span: Span | None = None


class Reading(NamedTuple):
    """What a parser of one format makes of a text; `sound` is False when there is no data.

    `root` are the nodes with their places, where reading has made them anyway.
    """

    data: Data
    problems: tuple[Problem, ...] = ()
    sound: bool = True
    format: str = "json"
    root: Node | None = None


class Source:
    """One text, read: never raises for a bad document, whose faults are `problems`."""

    __slots__ = (
        "_editor",
        "_entry",
        "_places",
        "data",
        "encoding",
        "format",
        "lines",
        "name",
        "path",
        "problems",
        "root",
        "sound",
    )

    def __init__(
        self, name: str, lines: Lines, reading: Reading, path: str | None = None, *, encoding: str | None = "utf-8"
    ) -> None:
        self.name = name
        self.path = path
        self.lines = lines
        self.data = reading.data
        self.format = reading.format
        self.problems = reading.problems
        self.sound = reading.sound
        self.encoding = encoding
        self.root = reading.root
        self._editor: Editor | None = None
        self._entry: Entry | None = None
        self._places: TextPlaces | None = None

    @property
    def text(self) -> str:
        """Returns the decoded text, without a byte order mark."""
        return self.lines.text

    @property
    def places(self) -> TextPlaces:
        """Returns the finder of places of this text."""
        if self._places is None:
            from specforge.source.places import TextPlaces  # lazy: only a finding needs places

            self._places = TextPlaces(self.lines, self.format, self.root, self.data)
        return self._places

    @property
    def editor(self) -> Editor:
        """Returns what works out changes of this text."""
        if self._editor is None:
            from specforge.source.edits import Editor  # lazy: only a fix changes a text

            self._editor = Editor(self)
        return self._editor

    def encoded(self, text: str) -> bytes | None:
        """Returns a text as the bytes that it stands for in this file; None when the file could not be decoded well."""
        if self.encoding is None:
            return None
        mark, _, codec = self.encoding.rpartition("+")
        return MARKS[mark] + text.encode(codec)

    @property
    def entry(self) -> Entry:
        """Returns where the origins of this text end."""
        if self._entry is None:
            self._entry = Entry(self.name, _LazyPlaces(self))
        return self._entry

    def __repr__(self) -> str:
        return f"<Source {self.name}>"


class _LazyPlaces:
    """Stands for the places of a source until the first question."""

    __slots__ = ("_source",)

    def __init__(self, source: Source) -> None:
        self._source = source

    @property
    def source(self) -> Source:
        """Returns the text itself."""
        return self._source

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:
        return self._source.places.find(pointers)

    def lines(self, first: int, last: int) -> Sequence[str]:
        return self._source.lines.lines(first, last)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        return self._source.places.within(pointer, start, end)


def source_of(entry: Entry) -> Source | None:
    """Returns the text that an entry is the root of; None when it has been left behind."""
    return entry.places.source if isinstance(entry.places, _LazyPlaces) else None
