"""Keys of integration responses match as API Gateway matches them."""

from __future__ import annotations

import pytest

from specforge.rules.patterns import NUMERIC, matches


@pytest.mark.parametrize(
    ("key", "text", "answer"),
    [
        ("200", "200", True),
        (r"2\d{2}", "204", True),
        ("20", "200", False),
        (".*", "", True),
        ("(", "(", None),
        ("[[45]0]", "4", None),
        ("a" * 65, "a", None),
        ("a" * 64, "a" * 64, True),
    ],
)
def test_a_key_matches_the_whole_text_or_nothing_is_known(key: str, text: str, answer: bool | None) -> None:
    assert matches(key, text) is answer


@pytest.mark.parametrize("key", ["404", "4XX", r"5\d{2}", r"4\d\d", "5[0-9]{2}", "^500$", "4.."])
def test_a_key_meant_for_a_status_of_failure_is_seen(key: str) -> None:
    assert NUMERIC.match(key)


@pytest.mark.parametrize("key", ["default", ".*404.*", "200", r"2\d{2}", r".*\[404\].*", "4041"])
def test_other_keys_are_not_taken_for_one(key: str) -> None:
    assert not NUMERIC.match(key)
