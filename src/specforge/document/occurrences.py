"""Finds where keywords of interest stand, in one walk over the plain data of a document.

The walk makes no cursor until it meets a wanted key, and leaves out what is data and not document:
examples, defaults, enum values and the extensions of other tools.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from specforge.document.cursor import Cursor

DATA = frozenset({"example", "examples", "default", "enum", "const"})
NAMES = frozenset({"properties", "patternProperties", "definitions", "schemas", "$defs"})
OURS = ("x-amazon-", "x-specforge-")


class _Step(NamedTuple):
    """How the walk came to a node: from which step, by which key."""

    parent: _Step | None
    key: str | int
    value: Any
    root: Cursor
    names: bool = False


def occurrences(root: Cursor, keys: frozenset[str], *, prefix: str = "") -> Iterator[tuple[str, Cursor]]:
    """Yields each wanted key, and each key that starts with `prefix`, with the cursor of the object that holds it.

    Files and extensions of other tools that the document refers to are walked from the node referred to, each once.
    """
    pending = [_Step(None, "", root.value, root)]
    seen: set[tuple[int, str]] = set()
    while pending:
        step = pending.pop()
        value = step.value
        if type(value) is dict:
            hits = () if step.names else _hits(value, keys, prefix)
            if hits:
                cursor = _cursor(step)
                yield from ((key, cursor) for key in hits)
            reference = value.get("$ref")
            if type(reference) is str and (not reference.startswith("#") or reference.startswith("#/x-")):
                _enter(reference, step, seen, pending)
            pending.extend(reversed(list(_children(step))))
        elif type(value) is list:
            pending.extend(
                _Step(step, index, value[index], step.root)
                for index in range(len(value) - 1, -1, -1)
                if type(value[index]) in (dict, list)
            )


def _hits(value: dict[str, Any], keys: frozenset[str], prefix: str) -> list[str]:
    if prefix:
        return [key for key in value if key in keys or key.startswith(prefix)]
    return [] if keys.isdisjoint(value) else [key for key in value if key in keys]


def _children(step: _Step) -> Iterator[_Step]:
    root, names = step.root, step.names
    for key, child in step.value.items():
        if type(child) is not dict and type(child) is not list:
            continue
        if not names and (key in DATA or (key.startswith("x-") and not key.startswith(OURS))):
            continue
        yield _Step(step, key, child, root, not names and key in NAMES)


def _cursor(step: _Step) -> Cursor:
    keys: list[str | int] = []
    node: _Step | None = step
    while node is not None and node.parent is not None:
        keys.append(node.key)
        node = node.parent
    cursor = step.root
    for key in reversed(keys):
        child = cursor.item(key) if isinstance(key, int) else cursor.get(key)
        if child is not None:
            cursor = child
    return cursor


def _enter(reference: str, step: _Step, seen: set[tuple[int, str]], pending: list[_Step]) -> None:
    mark = (id(step.root.entry), reference)
    if mark in seen:
        return
    seen.add(mark)
    target = _cursor(step).step()
    if target is not None and (id(target.entry), target.path()) not in seen:
        seen.add((id(target.entry), target.path()))
        pending.append(_Step(None, "", target.value, target))
