from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from specforge.targets.docs.markdown import escaped, fenced, write_markdown

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def again(source: str) -> str:
    return write_markdown(PARSER.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "One\\.\n\nTwo *three* **four** `five`",
        "- a\n\n- b\n\n  - c",
        "1. a\n\n2. b",
        "> quoted\n>\n> again",
        "```\nx = 1\n```",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "[a](<https://a.example>)",
        "---",
    ],
)
def test_what_is_written_means_what_was_read(source: str) -> None:
    assert PARSER.render(again(source)) == PARSER.render(source)


def test_html_is_escaped() -> None:
    assert again("<img src=x>") == "\\<img src=x\\>"


def test_a_code_block_cannot_be_closed_from_inside() -> None:
    assert fenced("```\n# out\n```").startswith("````\n")


def test_spaces_at_the_ends_of_inline_text_stay() -> None:
    assert escaped(" a ") == " a "
