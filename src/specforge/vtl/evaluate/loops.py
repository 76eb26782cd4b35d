"""The rounds of #foreach: which there are, and the variables that are set in each and restored at the end."""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol

from specforge.vtl.budget import MAX_ITERATIONS, METHOD, Budget, EvaluationError
from specforge.vtl.java.types import Collected, Iterator, as_list
from specforge.vtl.library.scopes import ForeachScope, Rounds, has_next

SCOPED, COUNTED, FORESEEN, CHECKED = "s", "c", "h", "x"
"""Are what a template may use of a loop: $foreach, $velocityCount, $velocityHasNext, changes to the list."""


class Scope(Protocol):
    """Is where the variables are: a dict, or the context of a macro."""

    def get(self, name: str, /) -> object:
        """Returns a variable."""

    def pop(self, name: str, default: None, /) -> object:
        """Forgets a variable."""

    def __setitem__(self, name: str, value: object, /) -> None:
        """Sets a variable."""


def rounds_of(budget: Budget, value: object, cost: int) -> list[object] | Rounds | None:
    """Returns what #foreach goes through, at most as many items as API Gateway does, and pays for the rounds."""
    if isinstance(value, Iterator):
        budget.spend(cost * min(len(value.items) - value.at, MAX_ITERATIONS))
        return Rounds(value, MAX_ITERATIONS)
    if isinstance(value, dict):
        found = list(value.values())
    elif isinstance(value, ForeachScope):
        found = list(value.kept.values())
    else:
        found = (as_list(value) or [])[:MAX_ITERATIONS]
    if len(found) > MAX_ITERATIONS:
        del found[MAX_ITERATIONS:]
    budget.spend(len(found) * cost)
    return found


def plain_rounds(scope: Scope, name: str, items: list[object] | Rounds) -> Generator[object]:
    """Sets the variable of the loop, round after round."""
    before = scope.get(name)
    try:
        for item in items:
            scope[name] = item
            yield None
    finally:
        _restore(scope, name, before)


def rounds(scope: Scope, name: str, items: list[object] | Rounds, source: object, uses: str) -> Generator[object]:
    """Sets all variables of the loop, and looks whether the list has changed in a round."""
    before, count = scope.get(name), scope.get("velocityCount")
    more, outer = scope.get("velocityHasNext"), scope.get("foreach")
    loop = ForeachScope(outer, items)
    if SCOPED in uses:
        scope["foreach"] = loop
    size = _size(source) if CHECKED in uses else -1
    try:
        for index, item in enumerate(items):
            if COUNTED in uses:
                scope["velocityCount"] = index + 1
            if FORESEEN in uses:
                scope["velocityHasNext"] = has_next(items, index)
            scope[name] = item
            loop.index = index
            yield None
            if size >= 0 and _size(source) != size and _ends(source, size, index + 1):
                break
    finally:
        loop.has_ended = True
        _restore(scope, name, before)
        if COUNTED in uses:
            _restore(scope, "velocityCount", count)
        if FORESEEN in uses:
            _restore(scope, "velocityHasNext", more)
        if SCOPED in uses:
            _restore(scope, "foreach", outer)


def _restore(scope: Scope, name: str, before: object) -> None:
    if before is None:
        scope.pop(name, None)
    else:
        scope[name] = before


def _size(source: object) -> int:
    """Returns how many items a list or map has, a map behind a view for the view."""
    if isinstance(source, Collected):
        source = source.owner
    return len(source) if isinstance(source, list | dict) else 0


def _ends(source: object, size: int, done: int) -> bool:
    """Says whether a loop ends because its list has changed; Java's iterator notices it before the next item."""
    if _size(source) == done or size >= MAX_ITERATIONS:
        return True
    raise EvaluationError(METHOD, "java.util.ConcurrentModificationException")
