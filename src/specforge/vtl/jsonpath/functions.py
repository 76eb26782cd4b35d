"""The functions that may end a path: `$.items.length()`.

Source: the README of json-path; AWS's page on mapping templates names none. Debian's json-path 2.0, our oracle's, has
none of them, so they are checked against that text only.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from specforge.vtl.java.types import ArrayList


def _numbers(value: object) -> list[float]:
    if not isinstance(value, list):
        return []
    return [float(one) for one in value if isinstance(one, int | float) and not isinstance(one, bool)]


def _length(value: object) -> object:
    return len(value) if isinstance(value, dict | list) else None


def _keys(value: object) -> object:
    return ArrayList(value) if isinstance(value, dict) else None


def _smallest(value: object) -> object:
    return min(_numbers(value), default=None)


def _greatest(value: object) -> object:
    return max(_numbers(value), default=None)


def _sum(value: object) -> object:
    numbers = _numbers(value)
    return math.fsum(numbers) if numbers else None


def _average(value: object) -> object:
    numbers = _numbers(value)
    return math.fsum(numbers) / len(numbers) if numbers else None


def _deviation(value: object) -> object:
    numbers = _numbers(value)
    if not numbers:
        return None
    mean = math.fsum(numbers) / len(numbers)
    return math.sqrt(math.fsum((one - mean) ** 2 for one in numbers) / len(numbers))


def _concat(value: object) -> object:
    return "".join(one for one in value if isinstance(one, str)) if isinstance(value, list) else ""


def _item(index: int) -> Callable[[object], object]:
    def read(value: object) -> object:
        return value[index] if isinstance(value, list) and -len(value) <= index < len(value) else None

    return read


_FUNCTIONS: dict[str, Callable[[object], object]] = {
    "length": _length, "size": _length, "keys": _keys, "min": _smallest, "max": _greatest, "sum": _sum,
    "avg": _average, "stddev": _deviation, "concat": _concat, "first": _item(0), "last": _item(-1),
}  # fmt: skip


def find_function(name: str, argument: str) -> Callable[[object], object] | None:
    """Returns the function of this name, if there is one that takes this argument."""
    argument = argument.strip()
    if name == "index" and argument.removeprefix("-").isdecimal() and len(argument) < 10:
        return _item(int(argument))
    return _FUNCTIONS.get(name) if not argument else None
