"""Finds where keywords of interest stand, in one walk over the plain data of a document.

The walk makes no cursor until it meets a wanted key, and leaves out what is data and not document:
examples, defaults, enum values and the extensions of other tools.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import msgspec

from specforge.document.cursor import Cursor

DATA = frozenset({"example", "examples", "default", "enum", "const"})
NAMES = frozenset({"properties", "patternProperties", "definitions", "schemas", "$defs"})
CONTAINERS = frozenset({dict, list})
OURS = ("x-amazon-", "x-specforge-")


class _Step(msgspec.Struct):
    """How the walk came to a node: from which step, by which key; and its cursor, once one was needed.

    A hundred thousand of them are made for a large document, a tenth as costly as those of a NamedTuple.
    """

    parent: _Step | None
    key: str | int
    value: Any
    names: bool = False
    cursor: Cursor | None = None


def occurrences(root: Cursor, keys: frozenset[str], *, prefix: str = "") -> Iterator[tuple[str, Cursor]]:
    """Yields each wanted key, and each key that starts with `prefix`, with the cursor of the object that holds it.

    Files and extensions of other tools that the document refers to are walked from the node referred to, each once.
    """
    pending = [_Step(None, "", root.value, cursor=root)]
    seen: set[tuple[int, str]] = set()
    while pending:
        step = pending.pop()
        value = step.value
        if type(value) is dict:
            hits = () if step.names else _hits(value, keys, prefix)
            if hits:
                cursor = _cursor(step)
                yield from ((key, cursor) for key in hits)
            if "$ref" in value:
                _enter(value["$ref"], step, seen, pending)
            pending += _children(step)
        else:
            indexes = range(len(value) - 1, -1, -1)
            pending += [_Step(step, index, value[index]) for index in indexes if type(value[index]) in CONTAINERS]


def _hits(value: dict[str, Any], keys: frozenset[str], prefix: str) -> list[str]:
    if prefix:
        return [key for key in value if key in keys or key.startswith(prefix)]
    return [] if keys.isdisjoint(value) else [key for key in value if key in keys]


def _children(step: _Step) -> list[_Step]:
    """Returns the steps to the containers in a mapping, the last first."""
    inside = [(key, child) for key, child in step.value.items() if type(child) in CONTAINERS]
    inside.reverse()
    if step.names:
        return [_Step(step, key, child) for key, child in inside]
    return [
        _Step(step, key, child, key in NAMES)
        for key, child in inside
        if key not in DATA and (key[:2] != "x-" or key.startswith(OURS))
    ]


def _cursor(step: _Step) -> Cursor:
    """Returns the cursor of a step, and makes those on the way that are not there yet."""
    missing: list[_Step] = []
    node: _Step | None = step
    while node is not None and node.cursor is None:
        missing.append(node)
        node = node.parent
    for one in reversed(missing):
        above = one.parent.cursor if one.parent is not None else None
        if above is not None:
            one.cursor = Cursor(above.entry, one.value, above.references, parent=above, key=one.key)
    return cast("Cursor", step.cursor)


def _enter(reference: object, step: _Step, seen: set[tuple[int, str]], pending: list[_Step]) -> None:
    """Goes on at what a reference leads to, unless the walk comes there anyway."""
    if type(reference) is not str or (reference.startswith("#") and not reference.startswith("#/x-")):
        return
    cursor = _cursor(step)
    mark = (id(cursor.entry), reference)
    if mark in seen:
        return
    seen.add(mark)
    target = cursor.step()
    if target is not None and (id(target.entry), target.path()) not in seen:
        seen.add((id(target.entry), target.path()))
        if type(target.value) in CONTAINERS:
            pending.append(_Step(None, "", target.value, cursor=target))
