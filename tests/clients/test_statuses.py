from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from specforge.clients.statuses import PHRASES, phrase_of


@pytest.mark.parametrize("status", ["999", "²", "", "abc", "-1"])
def test_a_status_that_is_none_has_no_phrase(status: str) -> None:
    assert phrase_of(status) == ""


def test_every_status_that_python_knows_has_a_phrase() -> None:
    assert {int(status) for status in HTTPStatus} <= PHRASES.keys() | {510}


def test_phrases_are_plain_words() -> None:
    assert all(re.fullmatch(r"[A-Za-z' -]+", phrase) for phrase in PHRASES.values())
