"""What both formats need while plain data is built: bounds, and values that no output can hold."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from specforge.source.model import Data
from specforge.source.text import Lines, find_surrogate, without_surrogates

INFINITE = "the number is infinite or not a number; a document can only hold finite numbers"
LONG_NUMBER = "the number has too many digits to be read"
LONE_SURROGATE = "the text holds half of a surrogate pair, which is no character"

_LARGE = 1_000_000


@contextmanager
def collector_paused(size: int) -> Iterator[None]:
    """Keeps the cycle collector away while a document is built, and from the document after.

    Plain data of a document has no cycles: reference counts free it, so a collector that walks it
    again and again is wasted time (half of the reading of a large document).
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if size > _LARGE:
            gc.freeze()
        if running:
            gc.enable()


class Survey(NamedTuple):
    """How large a tree of data is, and whether it holds keys or numbers to look at again."""

    depth: int
    nodes: int


def survey(data: Data, most_depth: int) -> Survey:
    """Measures data level by level, without recursion; stops one level below `most_depth`."""
    level = [data] if isinstance(data, (dict, list)) else []
    depth = nodes = 0
    while level and depth <= most_depth:
        depth += 1
        nodes += sum(map(len, level))
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
    return Survey(depth, nodes)


def repeated_key(lines: Lines, key: str, first: int) -> str:
    """Returns the message about a key that stood before at offset `first`."""
    return f"key '{key}' is given twice; it stands first on line {lines.position(first)[0]}"


def without_lone_surrogates(data: Data) -> Data:
    """Returns the data with halves of surrogate pairs replaced, in keys too."""
    return _replaced(data, lambda value: without_surrogates(value) if _broken(value) else value)


def without_infinity(data: Data) -> Data:
    """Returns the data with numbers that JSON cannot hold turned into their spelling."""
    return _replaced(data, lambda value: str(value) if _infinite(value) else value)


def _broken(value: Data) -> bool:
    return isinstance(value, str) and find_surrogate(value) is not None


def _infinite(value: Data) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def _replaced(data: Data, replace: Callable[..., Data]) -> Data:
    """Applies `replace` to every key and scalar, in place and without recursion."""
    holder: list[Data] = [data]
    open_: list[Data] = [holder]
    while open_:
        node = open_.pop()
        if isinstance(node, dict):
            replaced = {str(replace(key)): _scalar(value, replace) for key, value in node.items()}
            node.clear()
            node.update(replaced)
            open_.extend(node.values())
        elif isinstance(node, list):
            node[:] = [_scalar(value, replace) for value in node]
            open_.extend(node)
    return holder[0]


def _scalar(value: Data, replace: Callable[..., Data]) -> Data:
    return value if isinstance(value, (dict, list)) else replace(value)
