"""Where a document refers to something: a walk over plain data that makes cursors only at `$ref`s."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.diagnostics import Pointer
from specforge.document import Cursor
from specforge.ir import Data

# Literal values, in which `$ref` would be a word like any other.
_LITERAL = frozenset({"example", "examples", "enum", "const"})


def references_below(start: Cursor, walked: set[int]) -> Iterator[Cursor]:
    """Yields the mappings with a `$ref` at and below a node, in document order; skips what was walked before.

    `walked` holds the identities of mappings and lists, which live as long as their document.
    """
    open_: list[tuple[Data, Pointer]] = [(start.value, ())]
    while open_:
        value, pointer = open_.pop()
        if not isinstance(value, (dict, list)) or id(value) in walked:
            continue
        walked.add(id(value))
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield _at(start, pointer)
            children = [(child, (*pointer, key)) for key, child in value.items() if key not in _LITERAL]
        else:
            children = [(child, (*pointer, index)) for index, child in enumerate(value)]
        open_.extend(reversed(children))


def _at(start: Cursor, pointer: Pointer) -> Cursor:
    node: Cursor | None = start
    for key in pointer:
        if node is None:
            break
        node = node.item(key) if isinstance(key, int) else node.get(key)
    return node if node is not None else start
