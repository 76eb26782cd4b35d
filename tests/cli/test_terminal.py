"""What is shown of a document's text."""

from __future__ import annotations

import pytest

from specforge.cli.terminal import MOST_CHARACTERS, harmless, unheard, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ünï, 漢字, 😀", "plain, ünï, 漢字, 😀"),
        ("a\tb", "a\tb"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\r", "a\\nb\\x0d"),
        ("\x9b1m\x7f", "\\x9b1m\\x7f"),
        ("\u202eabc\u2066\u061c", "\\u202eabc\\u2066\\u061c"),
        ("\u2028\ufeff\u200b\u00ad", "\\u2028\\ufeff\\u200b\\xad"),
        ("\ud800", "\\ud800"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_a_terminal_would_act_on_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ##vso[task]", "  \\x23#vso[task]"),
        ("a ::error::x", "a ::error::x"),
        ("# a", "# a"),
        ("", ""),
    ],
)
def test_no_line_is_a_command_of_a_ci_system(line: str, shown: str) -> None:
    assert harmless(line) == shown


def test_a_very_long_text_is_cut() -> None:
    assert visible("x" * 10_000) == "x" * MOST_CHARACTERS + "…"


def test_other_faults_of_the_output_are_not_hidden() -> None:
    with pytest.raises(OSError, match="full"), unheard():
        raise OSError("full")


def test_a_reader_that_has_gone_away_ends_the_output_only() -> None:
    with unheard():
        raise BrokenPipeError
