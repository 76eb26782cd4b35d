"""The steps of a path and how they walk through data.

A definite path (names and single positions only) has one value, None where there is none; any other has a list.
Where a definite beginning leads nowhere the result is empty; behind a wildcard what does not fit is passed over.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from itertools import chain

from specforge.vtl.budget import MAX_NESTING, PATH, Budget, EvaluationError, too_deep

Values = list[object]


def invalid(path: str, reason: str) -> EvaluationError:
    """Returns what a bad path raises."""
    shown = path if len(path) <= 80 else path[:77] + "..."
    return EvaluationError(PATH, f"com.jayway.jsonpath.InvalidPathException: {reason}: {shown}")


class Visit:
    """Is what the steps need besides the value: the root (for `$` in a filter) and the account."""

    __slots__ = ("budget", "root")

    def __init__(self, root: object, budget: Budget) -> None:
        self.root = root
        self.budget = budget


class Step:
    """Is one step; `single` says that it leads to one value at most."""

    single = True

    @abstractmethod
    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields where the step leads from a value."""

    def fits(self, value: object) -> bool:
        """Says whether `..` tries the step at this value."""
        return isinstance(value, dict | list)


class Name(Step):
    """Is `.name`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the member."""
        if isinstance(value, dict) and self.name in value:
            yield value[self.name]


class Names(Step):
    """Is `['a','b']`: a map of these members; followed by more steps, the members one after the other."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.last = True

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields a map, or the members."""
        if isinstance(value, dict):
            found = {name: value[name] for name in self.names if name in value}
            if self.last:
                yield found
            else:
                yield from found.values()


class Position(Step):
    """Is `[2]`, or `[-1]` counted from the end."""

    def __init__(self, index: int) -> None:
        self.index = index

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the item."""
        if isinstance(value, list):
            yield from _item(value, self.index)


def _item(items: Values, index: int) -> Values:
    index += len(items) if index < 0 else 0
    return [items[index]] if 0 <= index < len(items) else []


class Positions(Step):
    """Is `[0,2]`."""

    single = False

    def __init__(self, indexes: tuple[int, ...]) -> None:
        self.indexes = indexes

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the items."""
        if isinstance(value, list):
            for index in self.indexes:
                yield from _item(value, index)


class Slice(Step):
    """Is `[1:3]`, `[1:]` or `[:3]`."""

    single = False

    def __init__(self, begin: int | None, end: int | None) -> None:
        self.begin = begin
        self.end = end

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the items."""
        if isinstance(value, list):
            yield from value[self.begin : self.end]


class Wildcard(Step):
    """Is `*`."""

    single = False

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields all members or items."""
        if isinstance(value, dict):
            yield from list(value.values())
        elif isinstance(value, list):
            yield from list(value)


class Filter(Step):
    """Is `[?(...)]`."""

    single = False

    def __init__(self, accepts: Callable[[object, Visit], bool]) -> None:
        self.accepts = accepts

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the items that are accepted; of a map the map itself."""
        candidates = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
        for candidate in candidates:
            visit.budget.spend(1)
            if self.accepts(candidate, visit):
                yield candidate

    def fits(self, value: object) -> bool:
        """Says whether `..` tries the filter here: at maps only, or items would come twice."""
        return isinstance(value, dict)


class Scan(Step):
    """Is `..` with the step behind it, tried at every depth."""

    single = False

    def __init__(self, step: Step) -> None:
        self.step = step

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields what the step finds here and below, outer before inner."""
        return self._below(value, visit, 0)

    def _below(self, value: object, visit: Visit, depth: int) -> Iterator[object]:
        visit.budget.spend(1)
        if depth > MAX_NESTING:
            raise too_deep()
        if self.step.fits(value):
            yield from self.step.walk(value, visit)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for one in list(inner):
            if isinstance(one, dict | list):
                yield from self._below(one, visit, depth + 1)


class Function(Step):
    """Is `.length()` and the like, applied to what the steps before it found."""

    def __init__(self, apply: Callable[[object], object]) -> None:
        self.apply = apply

    def walk(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields the result."""
        yield self.apply(value)


class Path:
    """Is a compiled path."""

    __slots__ = ("_names", "_steps", "is_definite")

    def __init__(self, steps: tuple[Step, ...]) -> None:
        for index, step in enumerate(steps):
            if isinstance(step, Names):
                step.last = index == len(steps) - 1
        self._steps = steps
        self.is_definite = all(step.single and (not isinstance(step, Names) or step.last) for step in steps)
        self._names = tuple(step.name for step in steps if isinstance(step, Name))
        if len(self._names) != len(steps):
            self._names = ()

    def read(self, root: object, budget: Budget) -> object:
        """Returns the value of a definite path, or None; the list of values of any other."""
        if self._names:
            value = root
            for name in self._names:
                if not isinstance(value, dict) or name not in value:
                    return None
                value = value[name]
            return value
        found = self.find(root, Visit(root, budget))
        if self.is_definite:
            return next(found, None)
        return list(found)

    def find(self, value: object, visit: Visit) -> Iterator[object]:
        """Yields all values; in a filter the root of the document may be another one than the value."""
        found: Iterator[object] = iter((value,))
        for index, step in enumerate(self._steps):
            if isinstance(step, Function) and any(isinstance(one, Scan) for one in self._steps[:index]):
                # Jayway applies a function behind ".." to all that was found.
                found = step.walk(list(found), visit)
            else:
                found = chain.from_iterable(map(lambda one, step=step: step.walk(one, visit), found))  # type: ignore[misc]
        return found
