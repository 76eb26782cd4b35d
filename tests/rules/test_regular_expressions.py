"""Regular expressions of a document."""

from __future__ import annotations

import pytest

from specforge.rules.regular_expressions import is_no_regex


@pytest.mark.parametrize("text", ["5[", "(", "*a", "a{2,1}", "a{99999999999999999999}"])
def test_a_text_that_does_not_compile_is_none(text: str) -> None:
    assert is_no_regex(text)


@pytest.mark.parametrize("text", ["", "5..", r"\d{3}", "^Bearer .*$", "[[a]b]"])
def test_a_text_that_compiles_is_one(text: str) -> None:
    assert not is_no_regex(text)


@pytest.mark.parametrize("text", [r"\p{Alpha}[", "a++[", "[a&&b][", "(?<name>["])
def test_of_what_only_java_knows_nothing_is_said(text: str) -> None:
    assert not is_no_regex(text)
