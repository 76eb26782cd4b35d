"""Strings for regular expressions: the plain part of the language, read without running any expression."""

from __future__ import annotations

LONGEST = 200
CLASSES = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}


class _UnsupportedError(Exception):
    """The expression uses more than this module reads."""


def find_match(pattern: str) -> str | None:
    """Returns a string that matches; None for an expression that uses look-arounds, references or properties.

    >>> find_match("^[A-Z]{3}$"), find_match("^o-[0-9]+(a|b)?$"), find_match("[^a-z]"), find_match("(?=x)")
    ('AAA', 'o-0', 'A', None)
    """
    reader = _Reader(pattern)
    try:
        made = reader.alternatives()
    except (_UnsupportedError, IndexError, ValueError, RecursionError):
        return None
    return made if reader.at == len(pattern) and len(made) <= LONGEST else None


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> str:
        """Returns a match of the first alternative, and reads the others over."""
        first = self.sequence()
        while self._peek() == "|":
            self.at += 1
            self.sequence()
        return first

    def sequence(self) -> str:
        """Returns a match of what stands one after another."""
        made = ""
        while (char := self._peek()) not in ("", "|", ")"):
            if char in "^$":
                self.at += 1
                continue
            atom = self._atom()
            made += atom * self._fewest()
            if len(made) > LONGEST:
                raise _UnsupportedError
        return made

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _take(self) -> str:
        self.at += 1
        return self.pattern[self.at - 1]

    def _atom(self) -> str:
        char = self._take()
        match char:
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case ".":
                return "x"
            case "*" | "+" | "?":
                raise _UnsupportedError
            case _:
                return char

    def _group(self) -> str:
        if self._peek() == "?":
            if self.pattern[self.at : self.at + 2] != "?:":
                raise _UnsupportedError
            self.at += 2
        made = self.alternatives()
        if self._take() != ")":
            raise _UnsupportedError
        return made

    def _escape(self) -> str:
        char = self._take()
        if char in CLASSES:
            return CLASSES[char]
        if char.isalnum():
            raise _UnsupportedError
        return char

    def _class(self) -> str:
        negated = self._peek() == "^"
        self.at += negated
        ranges: list[tuple[str, str]] = []
        while self._peek() != "]" or not ranges:
            low = self._member()
            high = low
            if self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high = self._member()
            ranges.append((low, high))
        self.at += 1
        if not negated:
            return ranges[0][0]
        free = [char for char in "Aa0-_ " if not any(low <= char <= high for low, high in ranges)]
        return free[0]

    def _member(self) -> str:
        char = self._take()
        return self._escape() if char == "\\" else char

    def _fewest(self) -> int:
        """Returns how often the atom before must stand at least; once for `+`, not at all for `*`."""
        char = self._peek()
        if char not in ("*", "+", "?", "{"):
            return 1
        self.at += 1
        fewest = 1 if char == "+" else 0
        if char == "{":
            bounds = self.pattern[self.at : self.pattern.index("}", self.at)]
            self.at += len(bounds) + 1
            fewest = int(bounds.partition(",")[0] or "0")
        if self._peek() in ("?", "+"):
            self.at += 1
        return fewest
