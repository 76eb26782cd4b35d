"""The words for numbers outside their bounds."""

from __future__ import annotations

import pytest

from specforge.rules.bounds import broken_bound


@pytest.mark.parametrize(
    ("value", "words"),
    [(-2, "at least -1"), (-1, None), (0, None), (5, None), (6, "at most 5")],
)
def test_a_number_breaks_the_nearer_bound(value: int, words: str | None) -> None:
    assert broken_bound(value, -1, 5) == words
