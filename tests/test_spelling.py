"""Guesses at misspelt words."""

from __future__ import annotations

import pytest

from specforge.spelling import did_you_mean, holding, listed


@pytest.mark.parametrize(
    ("word", "hint"),
    [("uri", "; did you mean uri?"), ("urri", "; did you mean uri?"), ("type", ""), ("", ""), ("uri" * 40, "")],
)
def test_only_a_close_word_is_guessed(word: str, hint: str) -> None:
    assert did_you_mean(word, ["uri", "credentials"]) == hint


@pytest.mark.parametrize(
    ("part", "hint"),
    [("cred", "; did you mean credentials?"), ("e", "; there are credentials, type"), ("x", ""), ("", "")],
)
def test_words_are_found_by_a_part(part: str, hint: str) -> None:
    assert holding(part, ["uri", "credentials", "type"]) == hint


@pytest.mark.parametrize(
    ("words", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (("a", "b", "c"), "a, b or c"), ([], "")]
)
def test_words_are_listed(words: list[str], text: str) -> None:
    assert listed(words) == text
