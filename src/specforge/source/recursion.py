"""The stack of the stages that walk a document: enough for every document that the reader lets pass."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from specforge.errors import SourceError

MOST_FRAMES = 5000
"""Ten calls a level at the reader's deepest, with as much again for references; far from the end of the C stack."""


@contextmanager
def deep_stack(name: str) -> Iterator[None]:
    """Lets stages call deeper than Python does by itself; references that nest beyond that end in SourceError."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, MOST_FRAMES))
    try:
        yield
    except RecursionError as error:
        raise SourceError(
            f"{name} nests too deeply: its references follow each other through too many levels"
        ) from error
    finally:
        sys.setrecursionlimit(usual)
