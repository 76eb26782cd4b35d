"""The values of a template.

null is None, Boolean bool, String str, Integer, Long and BigInteger int (by size), Double float, BigDecimal Decimal.
JSON objects are dict (Java's LinkedHashMap), JSON arrays list (json-smart's JSONArray); what else exists stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from specforge.vtl.budget import METHOD, EvaluationError


class Character(str):
    """Is one UTF-16 unit."""

    __slots__ = ()


class ArrayList(list[object]):
    """Is a list that a template made; it prints `[a, b]` where a JSON array prints JSON."""


View = Callable[[dict[object, object]], Iterable[object]]


class JavaArray(list[object]):
    """Is an array, as split() returns it: its length and the type of its items are fixed, and it prints only that."""

    def __init__(self, items: Iterable[object], kind: type) -> None:
        super().__init__(items)
        self.kind = kind


class Collected(list[object]):
    """Is what keySet(), values() and entrySet() of `owner` return: it can be read, and prints `[a, b]`."""

    def __init__(self, view: View, owner: dict[object, object]) -> None:
        super().__init__(view(owner))
        self.owner = owner
        self._view = view

    def refresh(self) -> None:
        """Takes over what has become of the map."""
        self[:] = self._view(self.owner)


class SubList(list[object]):
    """Is what subList returns; unlike Java's it is a copy, and can only be read."""


class Iterator:
    """Is a java.util.Iterator."""

    __slots__ = ("at", "items")

    def __init__(self, items: list[object]) -> None:
        self.items = items
        self.at = 0


class Entry:
    """Is an entry of a map."""

    __slots__ = ("key", "owner")

    def __init__(self, owner: dict[object, object], key: object) -> None:
        self.owner = owner
        self.key = key


class Opaque:
    """Is a function of $input or $util named without a call: AWS prints `{}` for it."""

    __slots__ = ()


class Hidden(dict[object, object]):
    """Is a map of $context: it can be read and written, and prints nothing."""


class Override(Hidden):
    """Is a map of overrides: setting the same parameter twice in a template ends in a 5XX.

    Source: DG:apigateway-override-request-response-parameters.
    """

    def __init__(self, items: Mapping[object, object], *, allows_twice: bool) -> None:
        super().__init__(items)
        self._was_set: set[object] | None = None if allows_twice else set()

    def __setitem__(self, key: object, value: object) -> None:
        """Sets a parameter once; the groups themselves are no parameters."""
        if self._was_set is not None and not isinstance(value, dict):
            if key in self._was_set:
                raise EvaluationError(METHOD, f"{key} is overridden twice in one template")
            self._was_set.add(key)
        super().__setitem__(key, value)


class Key(NamedTuple):
    """Stands for a key that Python would take for another one (1, 1.0 and true are three keys of a Java map)."""

    kind: str
    value: object


UNMISTAKABLE = frozenset((str, int, type(None)))
COLLECTIONS = frozenset((list, ArrayList, Collected, SubList))
LISTS = frozenset((list, ArrayList))
MAPS = frozenset((dict, Hidden, Override))


def to_key(value: object) -> object:
    """Returns the value as a key of a Python dict."""
    kind = type(value)
    if kind in UNMISTAKABLE:
        return value
    if kind is bool or kind is float or kind is Character or kind is Decimal:
        return Key(kind.__name__, value)
    return Key(kind.__name__, Identity(value))


def from_key(key: object) -> object:
    """Returns the value that a key of a Python dict stands for."""
    if type(key) is not Key:
        return key
    return key.value.value if type(key.value) is Identity else key.value


class Identity:
    """Makes what has no hash a key: the same thing is the same key."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return type(other) is Identity and other.value is self.value


def as_list(value: object) -> list[object] | None:
    """Returns a list as it is at this moment, or None for what is no list."""
    if isinstance(value, Collected):
        value.refresh()
    return value if isinstance(value, list) else None


INT = 1 << 31
LONG = 1 << 63


def number_class(value: int) -> str:
    """Returns the Java class of a whole number."""
    if -INT <= value < INT:
        return "Integer"
    return "Long" if -LONG <= value < LONG else "BigInteger"
