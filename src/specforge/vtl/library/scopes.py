"""What the directives put into the context: `$foreach`, and the block of #define or of a macro's body."""

from __future__ import annotations

from collections.abc import Callable, Generator

from specforge.vtl.budget import Budget
from specforge.vtl.java.printing import Printable, text
from specforge.vtl.java.types import Iterator
from specforge.vtl.library import maps
from specforge.vtl.library.table import Table, table


class Rounds:
    """Goes through what an iterator has left; the body of the loop may take from it too."""

    __slots__ = ("_iterator", "_limit", "more")

    def __init__(self, iterator: Iterator, limit: int) -> None:
        self._iterator = iterator
        self._limit = limit
        self.more = False

    def __bool__(self) -> bool:
        """Says whether there is a first round."""
        return self._iterator.at < len(self._iterator.items)

    def __iter__(self) -> Generator[object]:
        """Yields item after item."""
        iterator = self._iterator
        while iterator.at < len(iterator.items) and self._limit:
            self._limit -= 1
            iterator.at += 1
            self.more = iterator.at < len(iterator.items)
            yield iterator.items[iterator.at - 1]


def has_next(rounds: list[object] | Rounds, index: int) -> bool:
    """Says whether a loop that is in the round `index` will have another."""
    return rounds.more if isinstance(rounds, Rounds) else index + 1 < len(rounds)


class ForeachScope(Printable):
    """Is `$foreach`; it prints as the map of what a template keeps in it."""

    __slots__ = ("has_ended", "index", "kept", "outer", "rounds")

    def __init__(self, outer: object, rounds: list[object] | Rounds) -> None:
        self.outer = outer if isinstance(outer, ForeachScope) else None
        self.rounds = rounds
        self.index = -1
        self.has_ended = False
        self.kept: dict[object, object] = {}

    def java_text(self, budget: Budget) -> str:
        """Returns what it prints."""
        return text(self.kept, budget)

    def has_next(self) -> bool:
        """Says whether this is not the last round."""
        return has_next(self.rounds, self.index)

    def topmost(self) -> ForeachScope:
        """Returns the scope of the outermost loop."""
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope


FOREACH: Table = table(
    {
        "get": ("o", lambda budget, owner, key: maps.get(budget, owner.kept, key)),
        "put": ("oo", lambda budget, owner, key, value: maps.put(budget, owner.kept, key, value)),
        "size": ("", lambda _, owner: len(owner.kept)),
        "containsKey": ("o", lambda budget, owner, key: maps.get(budget, owner.kept, key) is not None),
        "getCount": ("", lambda _, owner: owner.index + 1),
        "getIndex": ("", lambda _, owner: owner.index),
        "getParent": ("", lambda _, owner: owner.outer),
        "getTopmost": ("", lambda _, owner: owner.topmost()),
        "hasNext": ("", lambda _, owner: owner.has_next()),
        "getHasNext": ("", lambda _, owner: owner.has_next()),
        "isFirst": ("", lambda _, owner: owner.index == 0),
        "isLast": ("", lambda _, owner: not owner.has_next()),
    }
)


MAX_BLOCK_DEPTH = 2
"""Is Velocity's directive.define.maxdepth."""


class Block(Printable):
    """Is what #define keeps: it is rendered whenever it is printed; inside itself a few times at most."""

    __slots__ = ("_depth", "_limit", "_run", "_scope")

    def __init__(self, run: Callable[..., None], scope: object, limit: int) -> None:
        self._run = run
        self._scope = scope
        self._limit = limit
        self._depth = 0

    def print_with(self, extend: Callable[..., object], write: Callable[..., object], scope: object = None) -> bool:
        """Prints the block with the variables of where it is printed; False where it would print itself too often."""
        if self._depth >= self._limit:
            return False
        self._depth += 1
        try:
            self._run(self._scope if scope is None else scope, extend, write)
        finally:
            self._depth -= 1
        return True

    def find_text(self, budget: Budget, scope: object = None) -> str | None:
        """Returns what the block prints, or None where it would print itself too often."""
        parts: list[str] = []
        if not self.print_with(parts.extend, parts.append, scope):
            return None
        budget.spend_text(sum(map(len, parts)))
        return "".join(parts)

    def java_text(self, budget: Budget) -> str:
        """Returns what the block prints."""
        return self.find_text(budget) or ""
