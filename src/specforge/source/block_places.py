"""Pointers to offsets in YAML of block style, by indentation: steps through the lines wanted, skips the rest natively.

Composing a text of 8.6 MB for one place takes 1.3 s and the memory of its nodes; this takes 20 ms. What was read is
held against every line passed: the lines of a block's indentation must hold exactly its keys, in order, and a scalar
must read as its value. Where they do not, what was reached so far is composed alone, else the whole text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from specforge.diagnostics import Key, Pointer
from specforge.source import scalars
from specforge.source.model import Bounds, Data
from specforge.source.text import Lines

if TYPE_CHECKING:
    from specforge.source.yaml_places import Tree

Stretch = tuple[int, int]
Hops = tuple[tuple[str, int, int], ...]
At = tuple[Stretch, Stretch, str | None, str, Hops]

PLAIN, FLOW = "plain", "flow"
_INDICATORS = r"""\s,\[\]{}#&*!|>'"%@`"""
_KEY = re.compile(
    rf"""(?:"([^"\\\n]{{0,900}})"|'((?:[^'\n]|''){{0,900}})'|([^{_INDICATORS}?:-][^\n]{{0,900}}?)) *:(?=[ \n]|\Z)"""
)
_DASH = re.compile(r"-(?=[ \n]|\Z)")
_BLANKS = re.compile(" *")
_SKIPPED = re.compile(r"(?: *(?:#[^\n]*)?\n)* *")
_START = re.compile(r"---[ \t]*\n")
_REST = r"(?= *(?:(?<= )#[^\n]*)?(?:\n|\Z))"
_QUOTED = re.compile(rf"""(?:"([^"\\\n]*)"|'((?:[^'\n]|'')*)'){_REST}""")
_SCALAR = re.compile(rf"(?:[^{_INDICATORS}?:-]|[?:-](?=[^\s,\[\]{{}}]))[^\n]*?{_REST}")
_EMPTY = re.compile(rf"(?:\[\]|\{{\}}){_REST}")


class _NotPlainError(Exception):
    """What stands here is not laid out in the one way that is understood."""


class _Entry(NamedTuple):
    """A pair of a mapping or an item of a sequence; its lines go up to `end`, its value comes behind `value`."""

    start: int
    key: Stretch | None
    value: int
    end: int
    column: int
    name: Key
    data: Data


class _Node(NamedTuple):
    """A value: what a code frame marks of it, its style, and for a block the column of its lines and their end."""

    data: Data
    stretch: Stretch
    style: str = PLAIN
    column: int = -1
    end: int = 0


class BlockPlaces:
    """Answers for one text and the data that was read from it."""

    def __init__(self, lines: Lines, data: Data, bounds: Bounds) -> None:
        self._lines = lines
        self._text = lines.text
        self._data = data
        self._bounds = bounds
        self._entries: dict[int, dict[Key, _Entry]] = {}
        self._composed: dict[int, _Part | None] = {}

    def find(self, pointer: Pointer) -> At | None:
        """Returns key, value, string, style and hops of a pointer, or of its longest prefix that exists.

        None where only the whole text tells.
        """
        entry: _Entry | None = None
        depth = 0
        try:
            node = self._root()
            for key in pointer:
                below = self._entries_of(node).get(key if isinstance(node.data, list) else str(key))
                if below is None:
                    break
                entry, depth = below, depth + 1
                node = self._value(entry)
        except _NotPlainError:
            return self._find_in(entry, pointer[depth:]) if entry is not None else None
        string = node.data if isinstance(node.data, str) else None
        key_place = entry.key if entry is not None and entry.key is not None else node.stretch
        start, end = node.stretch
        return key_place, node.stretch if end > start else key_place, string, node.style, ()

    def _root(self) -> _Node:
        if "\r" in self._text or not isinstance(self._data, (dict, list)):
            raise _NotPlainError
        start = self._content(0, len(self._text))
        marked = _START.match(self._text, start)
        if marked is not None:
            start = self._content(marked.end(), len(self._text))
        return self._block(self._data, start, len(self._text))

    def _content(self, start: int, end: int) -> int:
        """Returns where the next line with more than a comment begins behind its indentation; `end` when none does."""
        found = _SKIPPED.match(self._text, start, end)
        return found.end() if found else start

    def _block(self, data: dict[str, Data] | list[Data], start: int, end: int) -> _Node:
        column = start - self._text.rfind("\n", 0, start) - 1
        if isinstance(data, list):
            if not data or not _DASH.match(self._text, start, end):
                raise _NotPlainError
            line = self._text[start : self._lines.line_end(start)]
            return _Node(data, (start, start + len(line.rstrip(" \t"))), column=column, end=end)
        key = _KEY.match(self._text, start, end)
        if key is None or _name(key) != next(iter(data), None):
            raise _NotPlainError
        return _Node(data, (start, _span(key)[1]), column=column, end=end)

    # from a block to its entries

    def _entries_of(self, node: _Node) -> dict[Key, _Entry]:
        if node.column < 0:
            return {}
        start = node.stretch[0]
        if start not in self._entries:
            self._entries[start] = self._items(node) if isinstance(node.data, list) else self._pairs(node)
        return self._entries[start]

    def _starts(self, node: _Node) -> list[int]:
        """Returns where something begins in the column of a block, from its first entry to its end."""
        start = node.stretch[0]
        lines = re.compile(rf"\n {{{node.column}}}(?=[^ \n#])").finditer(self._text, start, node.end)
        return [start, *(found.end() for found in lines)]

    def _pairs(self, node: _Node) -> dict[Key, _Entry]:
        if not isinstance(node.data, dict):
            raise _NotPlainError
        starts = [start for start in self._starts(node) if not _DASH.match(self._text, start)]
        keys = [_KEY.match(self._text, start, node.end) for start in starts]
        if [key and _name(key) for key in keys] != list(node.data):
            raise _NotPlainError
        ends = [*(start - node.column for start in starts[1:]), node.end]
        return {
            name: _Entry(start, _span(key), key.end(), end, node.column, name, value)
            for (name, value), start, key, end in zip(node.data.items(), starts, keys, ends, strict=True)
            if key is not None
        }

    def _items(self, node: _Node) -> dict[Key, _Entry]:
        starts = self._starts(node)
        dashed = all(_DASH.match(self._text, start, node.end) for start in starts)
        if not isinstance(node.data, list) or not dashed or len(starts) != len(node.data):
            raise _NotPlainError
        ends = [*(start - node.column for start in starts[1:]), node.end]
        return {
            index: _Entry(start, None, start + 1, end, node.column, index, value)
            for index, (value, start, end) in enumerate(zip(node.data, starts, ends, strict=True))
        }

    # from an entry to its value

    def _value(self, entry: _Entry) -> _Node:
        blanks = _BLANKS.match(self._text, entry.value, entry.end)
        start = blanks.end() if blanks else entry.value
        line_end = self._lines.line_end(entry.value)
        if start < min(line_end, entry.end) and self._text[start] != "#":
            return self._on_the_line(entry, start, line_end)
        start = self._content(line_end, entry.end)
        if start >= entry.end:
            if entry.data is not None or entry.key is None:
                raise _NotPlainError
            return _Node(None, (start, start))
        column = start - self._text.rfind("\n", 0, start) - 1
        dash = entry.key is not None and column == entry.column and isinstance(entry.data, list)
        if not isinstance(entry.data, (dict, list)) or (column <= entry.column and not dash):
            raise _NotPlainError
        return self._block(entry.data, start, entry.end)

    def _on_the_line(self, entry: _Entry, start: int, line_end: int) -> _Node:
        """Reads a value that begins beside its key or dash."""
        if isinstance(entry.data, (dict, list)):
            empty = _EMPTY.match(self._text, start, entry.end)
            if empty is not None and not entry.data and self._content(line_end, entry.end) >= entry.end:
                return _Node(entry.data, empty.span(), FLOW)
            if entry.key is not None:
                raise _NotPlainError
            return self._block(entry.data, start, entry.end)
        if self._content(line_end, entry.end) < entry.end:
            raise _NotPlainError
        quoted = _QUOTED.match(self._text, start, entry.end)
        if quoted is not None and _name(quoted) == entry.data:
            return _Node(entry.data, quoted.span(), self._text[start])
        plain = _SCALAR.match(self._text, start, entry.end)
        if plain is None or repr(scalars.resolve(plain[0])) != repr((entry.data, None)):
            raise _NotPlainError
        return _Node(entry.data, plain.span())

    # what is not plain

    def _find_in(self, entry: _Entry, pointer: Pointer) -> At | None:
        """Composes the lines of one entry alone, and looks there."""
        if entry.start not in self._composed:
            self._composed[entry.start] = self._compose(entry)
        part = self._composed[entry.start]
        return part.find(pointer) if part is not None else None

    def _compose(self, entry: _Entry) -> _Part | None:
        from specforge.source.composer import compose  # lazy: 15 ms
        from specforge.source.yaml_places import Tree  # lazy: with it

        lines = Lines(self._lines.file, " " * entry.column + self._text[entry.start : entry.end])
        composed = compose(lines, self._bounds)
        key: Key = 0 if entry.key is None else entry.name
        whole: Data = [entry.data] if entry.key is None else {str(key): entry.data}
        if not composed.sound or composed.root is None or repr(composed.root.data) != repr(whole):
            return None
        return _Part(Tree(lines, self._bounds, composed.root), key, entry.start - entry.column)


class _Part(NamedTuple):
    """The nodes of one entry, whose text begins at `offset` of the whole."""

    tree: Tree
    key: Key
    offset: int

    def find(self, pointer: Pointer) -> At:
        key, value, string, style, hops = self.tree.find((self.key, *pointer))
        moved = tuple((kind, start + self.offset, end + self.offset) for kind, start, end in hops)
        return self._moved(key), self._moved(value), string, style, moved

    def _moved(self, stretch: Stretch) -> Stretch:
        return stretch[0] + self.offset, stretch[1] + self.offset


def _name(found: re.Match[str]) -> str:
    """Returns what a key or quoted scalar says."""
    double, single, *plain = found.groups()
    if double is not None:
        return double
    return single.replace("''", "'") if single is not None else str(plain[0])


def _span(key: re.Match[str]) -> Stretch:
    """Returns where a key stands, quotes included."""
    start = key.start()
    return (start, key.end(3)) if key[3] is not None else (start, key.end(1 if key[1] is not None else 2) + 1)
