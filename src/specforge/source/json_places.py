"""Pointers to offsets in a JSON text: steps through the keys wanted, skips the rest natively."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import count
from json.decoder import scanstring  # type: ignore[attr-defined]  # in no stub, since Python 2.7

from specforge.diagnostics import Pointer
from specforge.source.text import Lines, without_surrogates

Stretch = tuple[int, int]
At = tuple[Stretch, Stretch, str | None, str]

STRING = "json"
_LENIENT = False
_SPACE = re.compile(r"[ \t\n\r]*")
_FIRST = re.compile(r'[\[{][ \t]*(?:"(?:[^"\\\n]|\\.)*")?')


class _Wanted:
    """A tree of the pointers that are looked for."""

    __slots__ = ("below", "pointers")

    def __init__(self) -> None:
        self.below: dict[str, _Wanted] = {}
        self.pointers: list[Pointer] = []


def find(lines: Lines, pointers: Iterable[Pointer]) -> dict[Pointer, At]:
    """Returns key, value, string and style of each pointer, or of its longest prefix that exists."""
    wanted = _Wanted()
    found: dict[Pointer, At] = {}
    for pointer in pointers:
        node = wanted
        for key in pointer:
            node = node.below.setdefault(str(key), _Wanted())
        node.pointers.append(pointer)
    # Of a text with a syntax error, what stands before the error is found.
    with suppress(ValueError, StopIteration, IndexError, RecursionError):
        _Finder(lines.text, found).run(wanted)
    for pointer in _all(wanted):
        found.setdefault(pointer, ((0, 0), (0, 0), None, ""))
    return found


def _all(wanted: _Wanted) -> Iterable[Pointer]:
    open_ = [wanted]
    while open_:
        node = open_.pop()
        yield from node.pointers
        open_.extend(node.below.values())


class _Finder:
    """Walks down to what is wanted with a stack of its own; `_below` holds the containers entered."""

    def __init__(self, text: str, found: dict[Pointer, At]) -> None:
        self.text = text
        self.found = found
        self.skip = json.JSONDecoder(strict=False).raw_decode
        self.entered: list[tuple[_Wanted, Iterator[int] | None]] = []

    def run(self, wanted: _Wanted) -> None:
        at = self.value(wanted, self.space(0), None)
        while self.entered:
            at = self.space(at)
            if self.text[at] in "}]":
                self.entered.pop()
                at += 1
            elif self.text[at] == ",":
                at += 1
            else:
                at = self.child(at)

    def space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def child(self, at: int) -> int:
        wanted, indexes = self.entered[-1]
        if indexes is not None:
            below = wanted.below.get(str(next(indexes)))
            return self.end(at) if below is None else self.value(below, at, None)
        start = at
        key, at = scanstring(self.text, at + 1, _LENIENT)
        place = (start, at)
        at = self.space(self.space(at) + 1)
        below = wanted.below.get(without_surrogates(key))
        return self.end(at) if below is None else self.value(below, at, place)

    def value(self, wanted: _Wanted, start: int, key: Stretch | None) -> int:
        """Notes a value for all pointers at and below it; enters it, or returns where it ends."""
        shown = self.shown(start)
        first = self.text[start]
        string = without_surrogates(scanstring(self.text, start + 1, _LENIENT)[0]) if first == '"' else None
        at = (key or shown, shown, string, STRING)
        for pointer in _all(wanted):
            self.found[pointer] = at
        if not wanted.below or first not in "{[":
            return self.end(start)
        self.entered.append((wanted, count() if first == "[" else None))
        return start + 1

    def end(self, start: int) -> int:
        end: int = self.skip(self.text, start)[1]
        return end

    def shown(self, start: int) -> Stretch:
        """Returns the stretch that a code frame marks: a scalar, or what a container begins with."""
        found = _FIRST.match(self.text, start)
        return (start, len(found.group().rstrip()) + start) if found else (start, self.end(start))
