"""Several operations in one finding."""

from __future__ import annotations

from collections.abc import Sequence

from specforge.diagnostics import Note
from specforge.ir import Operation

MOST_NOTES = 3


def first_and_more(operations: Sequence[Operation]) -> str:
    """Returns the name of the first operation and how many more there are: `GET /orders and 2 more`."""
    others = len(operations) - 1
    return f"{operations[0]} and {others} more" if others else str(operations[0])


def notes_on(operations: Sequence[Operation], words: str) -> tuple[Note, ...]:
    """Returns a note on each of the first few operations: its name, and the words behind it."""
    return tuple(Note(f"{one} {words}", one.origin) for one in operations[:MOST_NOTES])
