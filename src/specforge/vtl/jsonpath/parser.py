"""Reads a path. A bad one raises, as Jayway's compiler does, and that ends the rendering."""

from __future__ import annotations

import re
from functools import lru_cache

from specforge.vtl.budget import PATH, EvaluationError
from specforge.vtl.jsonpath.filters import FilterReader
from specforge.vtl.jsonpath.functions import find_function
from specforge.vtl.jsonpath.path import (
    Filter,
    Function,
    Name,
    Names,
    Path,
    Position,
    Positions,
    Scan,
    Slice,
    Step,
    Wildcard,
    invalid,
)  # fmt: skip

_MAX_LENGTH = 4000
_MAX_STEPS = 200
_NAME = re.compile(r"[^.\[\]()*\s'\"]+")
_NAME_IN_FILTER = re.compile(r"[^.\[\]()*\s'\"=!<>~&|,]+")
_INDEXES = re.compile(r"\[\s*(-?\d{1,9}(?:\s*,\s*-?\d{1,9})*)\s*\]")
_SLICE = re.compile(r"\[\s*(-?\d{1,9})?\s*:\s*(-?\d{1,9})?\s*\]")
_WILDCARD = re.compile(r"\[\s*\*\s*\]")
_QUOTED = re.compile(r"""\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*""", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@lru_cache(maxsize=1024)
def compile_path(path: str) -> Path:
    """Returns the compiled path; a path without `$` counts from the root too."""
    if not path:
        raise EvaluationError(PATH, "java.lang.IllegalArgumentException: path can not be null or empty")
    if len(path) > _MAX_LENGTH:
        raise invalid(path, f"a path may have no more than {_MAX_LENGTH} characters")
    stripped = path.strip()
    if stripped[:1] not in ("$", "@"):
        stripped = "$." + stripped
    reader = PathReader(stripped, 1)
    found = reader.path()
    if reader.at != len(stripped):
        raise invalid(path, f"cannot be read from position {reader.at}")
    return found


class PathReader:
    """Reads the steps of a path that begins inside a text; it stops where no step can follow."""

    def __init__(self, text: str, at: int, name: re.Pattern[str] = _NAME) -> None:
        self.text = text
        self.at = at
        self._name = name

    def path(self) -> Path:
        """Reads all steps."""
        steps: list[Step] = []
        while self.at < len(self.text):
            if self.text.startswith("..", self.at):
                self.at += 2
                bracket = self.text.startswith("[", self.at)
                steps.append(Scan(self._bracket() if bracket else self._member()))
            elif self.text[self.at] == ".":
                self.at += 1
                steps.append(self._bracket() if self.text.startswith("[", self.at) else self._member())
            elif self.text[self.at] == "[":
                steps.append(self._bracket())
            else:
                break
            if len(steps) > _MAX_STEPS:
                raise invalid(self.text, f"more than {_MAX_STEPS} steps")
        return Path(tuple(steps))

    def _member(self) -> Step:
        if self.text.startswith("*", self.at):
            self.at += 1
            return Wildcard()
        found = self._name.match(self.text, self.at)
        if found is None:
            raise invalid(self.text, "Path must not end with a '.' or '..'")
        self.at = found.end()
        if not self.text.startswith("(", self.at):
            return Name(found[0])
        closing = self.text.find(")", self.at)
        apply = find_function(found[0], self.text[self.at + 1 : closing]) if closing >= 0 else None
        if apply is None:
            raise invalid(self.text, f"Function with name: {found[0]} does not exist")
        self.at = closing + 1
        return Function(apply)

    def _bracket(self) -> Step:
        if found := _INDEXES.match(self.text, self.at):
            self.at = found.end()
            indexes = tuple(int(one) for one in found[1].split(","))
            return Position(indexes[0]) if len(indexes) == 1 else Positions(indexes)
        if found := _WILDCARD.match(self.text, self.at):
            self.at = found.end()
            return Wildcard()
        if (found := _SLICE.match(self.text, self.at)) and (found[1] or found[2]):
            self.at = found.end()
            return Slice(*(int(one) if one else None for one in found.groups()))
        rest = self.text[self.at + 1 :].lstrip()
        if rest.startswith("?"):
            return self._filter()
        return self._quoted()

    def _quoted(self) -> Step:
        self.at += 1
        names: list[str] = []
        while found := _QUOTED.match(self.text, self.at):
            names.append(_ESCAPE.sub(r"\1", found[1] if found[1] is not None else found[2]))
            self.at = found.end()
            if not self.text.startswith(",", self.at):
                break
            self.at += 1
        if not names or not self.text.startswith("]", self.at):
            raise invalid(self.text, "Could not parse token")
        self.at += 1
        return Name(names[0]) if len(names) == 1 else Names(tuple(names))

    def _filter(self) -> Step:
        reader = FilterReader(self.text, self.text.index("?", self.at) + 1, read_path)
        accepts = reader.condition()
        self.at = reader.at
        if not self.text.startswith("]", self.at):
            raise invalid(self.text, "Filter must end with ]")
        self.at += 1
        return Filter(accepts)


def read_path(text: str, at: int) -> tuple[Path, int]:
    """Returns the path that stands in a filter, and where it ends."""
    reader = PathReader(text, at, _NAME_IN_FILTER)
    return reader.path(), reader.at
