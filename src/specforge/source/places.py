"""Pointers to places in a text, found when a finding asks for them.

Input: a text and the pointers wanted. Output: spans of key and value, and the aliases and merge
keys on the way. Never scans a text of which nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from specforge.diagnostics import Place, Pointer, Span
from specforge.source import json_places, spelling
from specforge.source.block_places import BlockPlaces
from specforge.source.model import BOUNDS, Data
from specforge.source.text import Lines

if TYPE_CHECKING:
    from specforge.source.nodes import Node
    from specforge.source.yaml_places import Tree


class Found(NamedTuple):
    """A pointer's place in offsets; for a string also what it says and in which style it is spelled."""

    key: tuple[int, int]
    value: tuple[int, int]
    string: str | None = None
    style: str = ""
    hops: tuple[tuple[str, int, int], ...] = ()


class TextPlaces:
    """Answers for one text; keeps what it has found."""

    def __init__(self, lines: Lines, format_: str, root: Node | None = None, data: Data = None) -> None:
        self._root = root
        self._blocks = BlockPlaces(lines, data, BOUNDS) if root is None and data is not None else None
        self._lines = lines
        self._format = format_
        self._known: dict[Pointer, Found] = {}
        self._offsets: dict[Pointer, list[int] | None] = {}
        self._tree: Tree | None = None

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:
        """Returns the place of each pointer, or of its longest prefix that exists."""
        self._look_up(pointers)
        return {pointer: self._place(self._known[pointer]) for pointer in pointers}

    def lines(self, first: int, last: int) -> Sequence[str]:
        """Returns the lines `first` to `last` of the text."""
        return self._lines.lines(first, last)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """Returns where the characters `start` to `end` of a string value stand in the text.

        Falls back to the whole value where its spelling does not tell.
        """
        self._look_up((pointer,))
        found = self._known[pointer]
        if found.string is None:
            return self._lines.span(*found.value)
        if pointer not in self._offsets:
            self._offsets[pointer] = spelling.offsets(self._lines.text, found.value, found.style, found.string)
        offsets = self._offsets[pointer]
        if offsets is None or not 0 <= start <= end < len(offsets):
            return self._lines.span(*found.value)
        last = offsets[end - 1] + 1 if end > start else offsets[start]
        return self._lines.span(offsets[start], max(last, offsets[start]))

    def string_place(self, pointer: Pointer, offset: int) -> Span:
        """Returns where one character of a string value stands."""
        return self.within(pointer, offset, offset + 1)

    def _place(self, found: Found) -> Place:
        span = self._lines.span
        hops = tuple((kind, span(start, end)) for kind, start, end in found.hops)
        return Place(span(*found.key), span(*found.value), hops)

    def _look_up(self, pointers: Iterable[Pointer]) -> None:
        wanted = [pointer for pointer in pointers if pointer not in self._known]
        if not wanted:
            return
        if self._format == "json":
            for pointer, place in json_places.find(self._lines, wanted).items():
                self._known[pointer] = Found(*place)
            return
        for pointer in wanted:
            at = self._blocks.find(pointer) if self._blocks is not None and self._tree is None else None
            self._known[pointer] = Found(*(at or self._nodes().find(pointer)))

    def _nodes(self) -> Tree:
        """Returns the nodes of the whole text, for what cannot be found without."""
        from specforge.source.yaml_places import Tree  # lazy: 30 ms

        if self._tree is None:
            self._tree = Tree(self._lines, BOUNDS, self._root)
        return self._tree
