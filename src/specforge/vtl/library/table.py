"""The shape of a method table: `name/count` of arguments to a function, with the types that Java demands.

Velocity finds no method where an argument has the wrong type, and an unknown method prints nothing; so does a call
that Java would refuse to convert here.
"""

from __future__ import annotations

from collections.abc import Callable

from specforge.vtl.budget import METHOD, Budget, EvaluationError
from specforge.vtl.java.types import COLLECTIONS, INT, LONG, MAPS, Character, JavaArray

NO_METHOD = object()
"""Is returned instead of a result where the arguments have the wrong types."""
Method = Callable[..., object]
Table = dict[str, Method]
Entries = dict[str, tuple[str, Method]]
Accepts = Callable[[object], bool]


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_int(value: object) -> bool:
    return type(value) is int and -INT <= value < INT


def _is_long(value: object) -> bool:
    return type(value) is int and -LONG <= value < LONG


def _is_boolean(value: object) -> bool:
    return type(value) is bool


def _is_double(value: object) -> bool:
    return type(value) is float or _is_long(value)


def _is_character(value: object) -> bool:
    return type(value) is Character


def _is_collection(value: object) -> bool:
    return type(value) in COLLECTIONS


def _is_array(value: object) -> bool:
    return type(value) is JavaArray


def _is_map(value: object) -> bool:
    return type(value) in MAPS


def _is_anything(_: object) -> bool:
    return True


_KINDS: dict[str, Accepts] = {
    "s": _is_text, "i": _is_int, "l": _is_long, "b": _is_boolean, "d": _is_double, "c": _is_character,
    "C": _is_collection, "A": _is_array, "M": _is_map, "o": _is_anything,
}  # fmt: skip


def typed(function: Method, kinds: str) -> Method:
    """Returns the method for arguments of these kinds; for others it says that there is none."""
    checks = [_KINDS[kind] for kind in kinds if kind != "o"]
    if not checks:
        return function
    if kinds == "s":
        return lambda budget, owner, a: function(budget, owner, a) if type(a) is str else NO_METHOD
    if len(kinds) == 1:
        only = checks[0]
        return lambda budget, owner, a: function(budget, owner, a) if only(a) else NO_METHOD
    each = [_KINDS[kind] for kind in kinds]

    def checked(budget: Budget, owner: object, *arguments: object) -> object:
        if all(accepts(one) for accepts, one in zip(each, arguments, strict=True)):
            return function(budget, owner, *arguments)
        return NO_METHOD

    return checked


def overloaded(*choices: tuple[str, Method]) -> Method:
    """Returns a method that takes the first choice whose kinds fit."""
    each = [([_KINDS[kind] for kind in kinds], function) for kinds, function in choices]

    def chosen(budget: Budget, owner: object, *arguments: object) -> object:
        for checks, function in each:
            if all(accepts(one) for accepts, one in zip(checks, arguments, strict=True)):
                return function(budget, owner, *arguments)
        return NO_METHOD

    return chosen


def table(entries: Entries) -> Table:
    """Returns a table from `name: (kinds, function)`; `name:2` is another overload of the same count.

    A function gets the budget, the object and the arguments.
    """
    grouped: dict[str, list[tuple[str, Method]]] = {}
    for spelled, (kinds, function) in entries.items():
        name = spelled.partition(":")[0]
        grouped.setdefault(f"{name}/{len(kinds)}", []).append((kinds, function))
    return {
        key: typed(choices[0][1], choices[0][0]) if len(choices) == 1 else overloaded(*choices)
        for key, choices in grouped.items()
    }


def not_comparable(_: Budget, __: object, other: object) -> object:
    """Is compareTo with a value of another type: Java finds the method and fails in it."""
    raise thrown("lang.ClassCastException", f"{type(other).__name__} cannot be compared")


def thrown(name: str, detail: str = "") -> EvaluationError:
    """Returns the exception of Java that ends the rendering."""
    return EvaluationError(METHOD, f"java.{name}{': ' if detail else ''}{detail}")
