"""The libraries of the command line do all that they did, though parts of them are imported late."""

from __future__ import annotations

import inspect

import pytest

from specforge.cli.libraries import _by_number, _cleaned, import_click, import_msgspec


@pytest.mark.parametrize("text", ["one line", "  one line ", "\tx", "", "two\n    lines\n", "\n  a\n    b\n"])
def test_a_help_text_is_laid_out_as_inspect_does_it(text: str) -> None:
    assert inspect.cleandoc(text) == _cleaned(text)


def test_messages_follow_the_number() -> None:
    assert ["a file", "files", "files"] == [_by_number("a file", "files", number) for number in (1, 0, 2)]


def test_importing_again_changes_nothing() -> None:
    import_click()
    import_msgspec()

    assert inspect.cleandoc("  a") == "a"
