"""Reads the condition of a filter, `?(@.price < 10 && @.tags contains 'x')`, into a function of the item."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from specforge.vtl.java import regex
from specforge.vtl.java.equality import equals
from specforge.vtl.jsonpath.path import Path, Visit, invalid

Value = Callable[[object, Visit], object]
Condition = Callable[[object, Visit], bool]
Comparison = Callable[[object, object, Visit], bool]

MISSING = object()
_MAX_DEPTH = 40
_OPERATOR = re.compile(
    r"\s*(===|!==|==|!=|<=|>=|=~|<|>|(?:in|nin|contains|size|empty|subsetof|anyof|noneof|IN|NIN|CONTAINS|SIZE|EMPTY"
    r"|SUBSETOF|ANYOF|NONEOF)(?![A-Za-z0-9_]))"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_STRING = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""", re.DOTALL)
_REGEX = re.compile(r"/((?:[^/\\]|\\.)*)/([ismx]*)", re.DOTALL)
_WORD = re.compile(r"(?:true|false|null)(?![A-Za-z0-9_])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}


class Expression:
    """Is a regular expression between slashes."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern


class FilterReader:
    """Reads a condition in parentheses and stops behind it."""

    def __init__(self, text: str, at: int, read_path: Callable[[str, int], tuple[Path, int]]) -> None:
        self.text = text
        self.at = at
        self.depth = 0
        self._read_path = read_path

    def condition(self) -> Condition:
        """Reads `(...)`."""
        self._expect("(")
        found = self._any_of()
        self._expect(")")
        self._blanks()
        return found

    def _blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def _takes(self, mark: str) -> bool:
        self._blanks()
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def _expect(self, mark: str) -> None:
        if not self._takes(mark):
            raise invalid(self.text, f"{mark} is missing in the filter")

    def _any_of(self) -> Condition:
        choices = [self._all_of()]
        while self._takes("||"):
            choices.append(self._all_of())
        if len(choices) == 1:
            return choices[0]
        return lambda item, visit: any(one(item, visit) for one in choices)

    def _all_of(self) -> Condition:
        parts = [self._one()]
        while self._takes("&&"):
            parts.append(self._one())
        if len(parts) == 1:
            return parts[0]
        return lambda item, visit: all(one(item, visit) for one in parts)

    def _one(self) -> Condition:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise invalid(self.text, "the filter is nested too deep")
        try:
            if self._takes("!"):
                negated = self._one()
                return lambda item, visit: not negated(item, visit)
            self._blanks()
            if self.text.startswith("(", self.at):
                return self.condition()
            return self._comparison()
        finally:
            self.depth -= 1

    def _comparison(self) -> Condition:
        left = self._value()
        operator = _OPERATOR.match(self.text, self.at)
        if operator is None:
            return lambda item, visit: left(item, visit) is not MISSING
        self.at = operator.end()
        compare = _COMPARISONS[operator[1].lower()]
        right = self._value()
        return lambda item, visit: compare(left(item, visit), right(item, visit), visit)

    def _value(self) -> Value:
        self._blanks()
        letter = self.text[self.at : self.at + 1]
        if letter in ("@", "$") and letter:
            return self._path(letter)
        constant = self._constant()
        return lambda _item, _visit: constant

    def _path(self, letter: str) -> Value:
        path, self.at = self._read_path(self.text, self.at + 1)

        def value(item: object, visit: Visit) -> object:
            found = path.find(item if letter == "@" else visit.root, visit)
            return next(found, MISSING) if path.is_definite else list(found)

        return value

    def _constant(self) -> object:
        for pattern in (_STRING, _WORD, _NUMBER, _REGEX):
            found = pattern.match(self.text, self.at)
            if found is None:
                continue
            self.at = found.end()
            if pattern is _STRING:
                return _ESCAPE.sub(r"\1", found[1] if found[1] is not None else found[2])
            if pattern is _WORD:
                return _WORDS[found[0]]
            if pattern is _REGEX:
                return Expression(f"(?{found[2]})" * bool(found[2]) + found[1])
            return int(found[0]) if found[0].lstrip("-").isdecimal() else float(found[0])
        if self._takes("["):
            return self._list()
        raise invalid(self.text, f"a value is missing at position {self.at} of the filter")

    def _list(self) -> list[object]:
        items: list[object] = []
        while not self._takes("]"):
            if items:
                self._expect(",")
            self._blanks()
            items.append(self._constant())
        return items


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _equal(left: object, right: object, visit: Visit) -> bool:
    if left is MISSING or right is MISSING:
        return left is right
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    a, b = _number(left), _number(right)
    if a is not None and b is not None:
        return a == b
    return equals(left, right, visit.budget)


def _ordered(accepts: Callable[[int], bool]) -> Comparison:
    def compare(left: object, right: object, _: Visit) -> bool:
        if isinstance(left, str) and isinstance(right, str):
            return accepts((left > right) - (left < right))
        a, b = _number(left), _number(right)
        if a is None or b is None or a != a or b != b or isinstance(left, str) or isinstance(right, str):
            return False
        return accepts((a > b) - (a < b))

    return compare


def _same_type(left: object, right: object, visit: Visit) -> bool:
    return type(left) is type(right) and _equal(left, right, visit)


def _matches(left: object, right: object, visit: Visit) -> bool:
    if not isinstance(right, Expression) or not isinstance(left, str):
        return False
    return regex.matcher(right.pattern, left, visit.budget).fullmatch(left) is not None


def _in(left: object, right: object, visit: Visit) -> bool:
    return isinstance(right, list) and any(_equal(left, one, visit) for one in right)


def _contains(left: object, right: object, visit: Visit) -> bool:
    if isinstance(left, str):
        return isinstance(right, str) and right in left
    return _in(right, left, visit)


def _size(left: object, right: object, _: Visit) -> bool:
    return isinstance(left, str | list) and len(left) == right


def _empty(left: object, right: object, _: Visit) -> bool:
    return isinstance(left, str | list | dict) and (not left) is right


def _subset(left: object, right: object, visit: Visit) -> bool:
    return isinstance(left, list) and all(_in(one, right, visit) for one in left)


def _any(left: object, right: object, visit: Visit) -> bool:
    return isinstance(left, list) and any(_in(one, right, visit) for one in left)


def _negation(of: Comparison) -> Comparison:
    return lambda left, right, visit: not of(left, right, visit)


_COMPARISONS: dict[str, Comparison] = {
    "==": _equal, "!=": _negation(_equal), "===": _same_type, "!==": _negation(_same_type),
    "<": _ordered(lambda order: order < 0), "<=": _ordered(lambda order: order <= 0),
    ">": _ordered(lambda order: order > 0), ">=": _ordered(lambda order: order >= 0),
    "=~": _matches, "in": _in, "nin": _negation(_in), "contains": _contains, "size": _size, "empty": _empty,
    "subsetof": _subset, "anyof": _any, "noneof": _negation(_any),
}  # fmt: skip
