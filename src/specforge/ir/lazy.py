"""Values that are worked out on first use.

A document of ten thousand schemas is validated without building one of them, so the parts of
the model that only some readers need stand behind a `Lazy`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """Holds a value or the call that makes it; equal to another by value."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._value: T | None = None

    @classmethod
    def of(cls, value: T) -> Lazy[T]:
        """Returns a lazy value that is there already.

        >>> Lazy.of(3).get()
        3
        """
        return cls(lambda: value)

    def get(self) -> T:
        """Returns the value, made on the first call."""
        if self._make is not None:
            self._value, self._make = self._make(), None
        return self._value  # type: ignore[return-value]  # T itself may be None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lazy) and bool(self.get() == other.get())

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"Lazy({'...' if self._make is not None else repr(self._value)})"
