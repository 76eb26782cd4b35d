"""A text that must be one of a few words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from specforge.rules.rule import Found
from specforge.rules.words import unknown_key, unknown_word
from specforge.source import Text
from tests.lower.documents import document

KNOWN = ("when_no_match", "when_no_templates", "never")
MANY = tuple(f"WORD_{number}" for number in range(9))


def found(word: str | None, known: Sequence[str] = KNOWN, *, any_case: bool = False) -> list[Found]:
    at = document(f"openapi: 3.0.1\npaths: {{}}\nx-a: {word}\n").root.at("x-a")
    return list(unknown_word(at, word, known, name="behaviour", any_case=any_case))


@pytest.mark.parametrize(
    ("word", "message"),
    [
        (
            "nevr",
            "behaviour is nevr; it must be when_no_match, when_no_templates or never; did you mean never?",
        ),
        (
            "NEVER",
            "behaviour is NEVER; it must be when_no_match, when_no_templates or never; did you mean never?",
        ),
        ("x", "behaviour is x; it must be when_no_match, when_no_templates or never"),
    ],
)
def test_the_words_that_may_stand_there_are_listed_and_the_nearest_is_named(word: str, message: str) -> None:
    assert [one.message for one in found(word)] == [message]


def test_of_many_words_only_the_nearest_is_named() -> None:
    assert [one.message for one in found("WORT_1", MANY)] == [
        "behaviour is WORT_1, which API Gateway does not have; did you mean WORD_1?"
    ]
    assert "WORD_1, WORD_2" in found("WORT_1", MANY[:8])[0].message


@pytest.mark.parametrize(
    ("word", "any_case"),
    [("never", False), ("never", True), ("Never", True), (None, False)],
)
def test_a_known_word_and_none_are_no_finding(word: str | None, *, any_case: bool) -> None:
    assert found(word, any_case=any_case) == []


def test_a_word_that_only_the_deployment_knows_is_no_finding() -> None:
    at = document("openapi: 3.0.1\npaths: {}\nx-a: {Ref: Behaviour}\n").root
    word = at.text("x-a")

    assert isinstance(word, Text)
    assert list(unknown_word(at.at("x-a"), word, KNOWN, name="behaviour")) == []


def test_the_fix_writes_the_word_that_is_meant_in_the_case_of_the_document_where_case_does_not_count() -> None:
    fixes = [found("NEVR", any_case=any_case)[0].fix for any_case in (True, False)]

    assert [fix.title for fix in fixes if fix is not None] == [
        "write NEVER",
        "write never",
    ]


def test_an_unknown_key_is_renamed_to_the_near_one() -> None:
    at = document("openapi: 3.0.1\npaths: {}\nx-a: 1\n").root.at("x-a")
    (one,) = unknown_key(at, "nevr", KNOWN, name="behaviour")

    assert (one.message, one.on_key) == (
        "nevr is no behaviour; did you mean never?",
        True,
    )
    assert one.fix is not None
    assert list(unknown_key(at, "never", KNOWN, name="behaviour")) == []
