"""Deep documents are walked, bottomless ones end in one line."""

from __future__ import annotations

import sys

import pytest

from specforge.errors import SourceError
from specforge.source.recursion import MOST_FRAMES, deep_stack


def descend(levels: int) -> int:
    return levels and descend(levels - 1)


def test_a_document_at_the_bound_is_walked() -> None:
    with deep_stack("a.yaml"):
        assert descend(MOST_FRAMES - 500) == 0


def test_a_bottomless_walk_is_one_line_and_leaves_the_limit_alone() -> None:
    usual = sys.getrecursionlimit()

    with pytest.raises(SourceError, match=r"a\.yaml nests too deeply"), deep_stack("a.yaml"):
        descend(10 * MOST_FRAMES)
    assert sys.getrecursionlimit() == usual
