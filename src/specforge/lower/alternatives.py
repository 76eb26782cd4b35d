"""What may stand at a place: through `$ref`, and through both branches of an `Fn::If`."""

from __future__ import annotations

from typing import NamedTuple

from specforge.document import Cursor
from specforge.ir import Data, When
from specforge.source import NO_VALUE, branches

# References to conditions that refer again could double at each step; no document has this many.
MOST_ALTERNATIVES = 256
ABSENT: Data = {"Ref": NO_VALUE}


class Alternative(NamedTuple):
    """One node that may stand at a place, and the conditions under which it does."""

    when: tuple[When, ...]
    node: Cursor


def alternatives(cursor: Cursor) -> list[Alternative]:
    """Returns all that may stand here, `$ref`s followed; a branch that is `AWS::NoValue` is left out."""
    if not _leads_on(cursor.value):
        return [] if cursor.value == ABSENT else [Alternative((), cursor)]
    found: list[Alternative] = []
    pending = [Alternative((), cursor)]
    while pending and len(found) + len(pending) <= MOST_ALTERNATIVES:
        when, node = pending.pop(0)
        for conditions, branch in node.branches():
            met = (*when, *(When(condition=name, holds=holds) for name, holds in conditions))
            target = branch.follow()
            if target.value != ABSENT:
                onward = target is not branch and branches(target.value) is not None
                (pending if onward else found).append(Alternative(met, target))
    return found[:MOST_ALTERNATIVES]


def _leads_on(value: Data) -> bool:
    return isinstance(value, dict) and ("$ref" in value or "Fn::If" in value)


def find_mapping(cursor: Cursor, key: str) -> Cursor | None:
    """Returns the mapping under a key; of a condition, the first branch that is one."""
    child = cursor.get(key)
    return None if child is None else find_branch(child, dict)


def find_list(cursor: Cursor, key: str) -> Cursor | None:
    """Returns the list under a key; of a condition, the first branch that is one."""
    child = cursor.get(key)
    return None if child is None else find_branch(child, list)


def find_branch(cursor: Cursor, kind: type) -> Cursor | None:
    """Returns the first of what may stand here that is of a type and no deploy-time expression."""
    if not _leads_on(cursor.value):
        return cursor if isinstance(cursor.value, kind) and not cursor.is_expression else None
    for _, node in alternatives(cursor):
        if isinstance(node.value, kind) and not node.is_expression:
            return node
    return None
