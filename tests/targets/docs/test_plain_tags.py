from __future__ import annotations

import pytest

from specforge.targets.docs.plain_tags import spell_as_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a<br/>b", "a\\\nb"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<b>a</b> <i>b</i>", "**a** *b*"),
        ('<a href="https://a.example">a</a>', "[a](https://a.example)"),
        ("<a>a</a>", "a"),
        ("`<p>` stays", "`<p>` stays"),
        ("1 < 2", "1 < 2"),
        ("<script>x</script>", "<script>x</script>"),
    ],
)
def test_common_tags_are_spelt_as_markdown(html: str, markdown: str) -> None:
    assert spell_as_markdown(html) == markdown


def test_a_link_that_is_never_closed_is_closed() -> None:
    assert spell_as_markdown('<a href="https://a.example">a') == "[a](https://a.example)"
