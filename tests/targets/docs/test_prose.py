from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from specforge.targets.docs.prose import Prose, clean, code, is_safe_link, literally


def html(source: str) -> str:
    return Prose().words(source).html


def test_markdown_becomes_html() -> None:
    assert html("Read *this* and `that`.") == "<p>Read <em>this</em> and <code>that</code>.</p>"


def test_a_text_without_markup_is_one_paragraph() -> None:
    words = Prose().words("At most 100.")

    assert (words.html, words.is_plain, words.brief) == ("<p>At most 100.</p>", True, "At most 100.")


def test_raw_html_stays_text() -> None:
    assert html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//a.example", "vbscript:x"]
)
def test_a_link_with_another_scheme_stays_text(url: str) -> None:
    assert "<a" not in html(f"[here]({url})")
    assert not is_safe_link(url)


def test_an_image_becomes_a_link_so_that_nothing_is_loaded() -> None:
    assert html("![a chart](https://a.example/x.png)") == '<p><a href="https://a.example/x.png">a chart</a></p>'


def test_a_heading_becomes_a_bold_paragraph() -> None:
    assert html("# Top") == '<p class="heading">Top</p>'


def test_direction_characters_are_made_visible() -> None:
    assert clean("a\u202eb\x00") == "a\ufffdb\ufffd"
    assert "\u202e" not in html("a\u202e*b*")


def test_right_to_left_text_and_joined_emoji_are_left_alone() -> None:
    assert clean("שלום می‌خواهم 👩‍🚀") == "שלום می‌خواهم 👩‍🚀"


@pytest.mark.parametrize("value", ["a`b", "``", "`x", "plain", "a ``` b"])
def test_code_shows_a_value_whatever_is_in_it(value: str) -> None:
    assert html(f"It is {code(value)}.") == f"<p>It is <code>{value}</code>.</p>"


def test_literally_leaves_no_markup() -> None:
    text = "*a* [b](https://c.example) <d>"

    assert html(f"It is {literally(text)}.") == "<p>It is *a* [b](https://c.example) &lt;d&gt;.</p>"


def test_a_text_without_end_is_not_parsed() -> None:
    text = "[" * 200_000

    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "source",
    [
        "<b onclick=x>y</b> <script>alert(1)</script>",
        "[z](javascript:x) [w][1]\n\n[1]: javascript:y",
        "![x](https://a.example/x.png)",
        "\\<script>alert(1)\\</script>",
        "`<b>` ``` <script>",
        "a\n<div>\n\nb</div>",
        "| a |\n| --- |\n| <img src=x> |",
        "<javascript:alert(1)>",
    ],
)
def test_markdown_of_a_text_is_safe_for_readers_that_allow_html(source: str) -> None:
    permissive = MarkdownIt("commonmark", {"html": True}).enable("table")
    permissive.validateLink = lambda url: True  # type: ignore[method-assign]

    tree = LexborHTMLParser(permissive.render(Prose().words(source).md))

    assert tree.css("script, img, div, [onclick]") == []
    assert [link.attributes["href"] for link in tree.css("a") if not is_safe_link(link.attributes["href"] or "")] == []
