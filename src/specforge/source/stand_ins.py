"""Scalars on which readers of YAML disagree, taken out of a text before the fast reader sees it, and put back after.

`a: 012` is read as `a: <a word that stands nowhere else>`. Where that word is all of a value or key afterwards, there
stood a plain scalar, of which our own rules tell what it means; where it is a part of a longer text, there stood just
those letters. Without this, twelve such scalars sent 8.6 MB to the exact reader: 1.5 s for 0.1 s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, cast

from specforge.diagnostics import Key, Pointer
from specforge.source import scalars
from specforge.source.model import MOST_PROBLEMS, Data, Problem
from specforge.source.text import Lines

_WORDS = ("standin", "insteadof", "placeholder", "scalarhere", "takenout")
Container = dict[str, Data] | list[Data]
Ways = dict[int, tuple[int, Key]]


class Place(NamedTuple):
    """Where a whole scalar was put back: in which container, under which key, and whether it is that key."""

    holder: Container
    key: Key
    on_key: bool


class StandIns:
    """The words that stand for some scalars of a text; `text` is what the fast reader may read.

    Raises ValueError for a text that holds all the words that could stand for others.
    """

    def __init__(self, text: str, stretches: list[tuple[int, int]]) -> None:
        self.word = next((word for word in _WORDS if word not in text), "")
        if not self.word:
            raise ValueError("every word that could stand for a scalar stands in the text")
        self.stretches = stretches
        self.scalars = [text[start:end] for start, end in stretches]
        self.text = "".join(self._pieces(text))
        self.places: dict[int, Place] = {}
        self.levels: list[Sequence[Container]] = []

    def _pieces(self, text: str) -> Iterator[str]:
        at = 0
        for number, (start, end) in enumerate(self.stretches):
            yield text[at:start]
            yield f"{self.word}{number}x"
            at = end
        yield text[at:]

    def put_back(self, level: Sequence[Container]) -> bool:
        """Puts back what stands in the keys and texts of the containers of one level; to be called from the top.

        False where it cannot be told what stood there.
        """
        self.levels.append(level)
        keys = chain.from_iterable(node for node in level if isinstance(node, dict))
        values = chain.from_iterable(node.values() if isinstance(node, dict) else node for node in level)
        # Most levels hold none: looked for in one go.
        texts = [text for text in chain(keys, values) if type(text) is str]
        hits = [text for text in texts if self.word in text]
        return not hits or all(self._put_back(holder) for holder in level)

    def _put_back(self, holder: Container) -> bool:
        if isinstance(holder, list):
            return all(self._put(holder, index, value) for index, value in enumerate(holder))
        if any(self.word in key for key in holder):
            renamed = {self._key(holder, key): value for key, value in holder.items()}
            if len(renamed) != len(holder):
                return False
            holder.clear()
            holder.update(renamed)
        return all(self._put(holder, key, value) for key, value in holder.items())

    def _put(self, holder: Container, key: Key, value: Data) -> bool:
        if not isinstance(value, str) or self.word not in value:
            return True
        number = self._number(value)
        if number is None:
            meant: Data = self._spelled_out(value)
        else:
            meant, fault = scalars.resolve(self.scalars[number])
            if fault is not None or number in self.places:
                return False
            self.places[number] = Place(holder, key, on_key=False)
        cast("dict[Key, Data]", holder)[key] = meant
        return True

    def _key(self, holder: Container, key: str) -> str:
        number = self._number(key) if self.word in key else None
        if number is None:
            return self._spelled_out(key)
        self.places[number] = Place(holder, self.scalars[number], on_key=True)
        return self.scalars[number]

    def _number(self, text: str) -> int | None:
        """Returns which scalar a text is the stand-in of, and nothing else."""
        found = re.fullmatch(rf"{self.word}([0-9]+)x", text)
        return int(found[1]) if found else None

    def _spelled_out(self, text: str) -> str:
        return re.sub(rf"{self.word}([0-9]+)x", lambda found: self.scalars[int(found[1])], text)

    def problems(self, lines: Lines) -> tuple[Problem, ...]:
        """Returns what is to be said of the scalars that were put back whole, in the order of the text."""
        other = {number: _other_reading(self.scalars[number]) for number in sorted(self.places)}
        told = [(number, meaning) for number, meaning in other.items() if meaning is not None][:MOST_PROBLEMS]
        ways = self._ways({id(self.places[number].holder) for number, _ in told}) if told else {}
        return tuple(self._problem(number, meaning, ways, lines) for number, meaning in told)

    def _problem(self, number: int, meaning: str, ways: Ways, lines: Lines) -> Problem:
        place = self.places[number]
        message = f"'{self.scalars[number][:100]}' without quotes is {meaning} to readers of YAML 1.1"
        pointer: Pointer = (place.key,)
        holder = id(place.holder)
        while holder in ways:
            holder, key = ways[holder]
            pointer = (key, *pointer)
        return Problem("ambiguous-yaml-scalar", message, pointer, place.on_key, lines.span(*self.stretches[number]))

    def _ways(self, wanted: set[int]) -> Ways:
        """Returns for containers and those above them, by identity, which container holds them under which key."""
        found: Ways = {}
        for level in reversed(self.levels):
            for node in level:
                values = node.values() if isinstance(node, dict) else node
                if not wanted.isdisjoint(map(id, values)):
                    pairs = node.items() if isinstance(node, dict) else enumerate(node)
                    found.update((id(child), (id(node), key)) for key, child in pairs if id(child) in wanted)
                    wanted.add(id(node))
        return found


def _other_reading(scalar: str) -> str | None:
    return scalars.find_other_reading(scalar) if scalars.may_read_otherwise(scalar) else None
