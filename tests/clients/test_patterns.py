from __future__ import annotations

import re

import pytest

from specforge.clients.patterns import find_match


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Z]{3}$",
        r"^o-\d+(-(a|b))?$",
        "[^a-zA-Z]",
        "^(card|invoice)$",
        r"^[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?\.[a-zA-Z0-9_-]+$",
        r"^pt_[A-Za-z0-9]{24}$",
        r"^(?:\+\d{1,3})? ?[\d-]{5,}$",
        "^[]a]{2}$",
    ],
)
def test_plain_expressions_get_a_string_that_matches(pattern: str) -> None:
    made = find_match(pattern)

    assert made is not None
    assert re.search(pattern, made)


@pytest.mark.parametrize("pattern", ["(?=x)", r"\p{L}+", r"(a)\1", "a{900}", "(", "[", "*", "a{x}", "(" * 5000])
def test_other_expressions_get_none(pattern: str) -> None:
    assert find_match(pattern) is None
