from __future__ import annotations

from specforge.ir import Text
from specforge.lower.texts import others, string_in, texts_in, words_in
from tests.lower.documents import document


def test_only_a_string_is_a_string() -> None:
    assert string_in({"a": "x", "b": 1}, "a") == "x"
    assert string_in({"a": "x", "b": 1}, "b") is None


def test_words_are_scalars_as_they_read() -> None:
    root = document("openapi: 3.0.1\na: 2\nb: $${x}\nc: !Sub 'x-${Y}'\nd: [1]").root

    assert [words_in(root, key) for key in "abcde"] == ["2", "$${x}", "x-${Y}", None, None]


def test_a_lone_text_counts_as_a_list_of_one() -> None:
    root = document("openapi: 3.0.1\na: [x, 1, {y: 2}]\nb: x").root

    assert texts_in(root, "a") == (Text(("x",)), Text(("1",)))
    assert texts_in(root, "b") == (Text(("x",)),)
    assert texts_in(root, "c") == ()


def test_what_is_not_known_is_kept() -> None:
    assert others({"a": 1, "b": 2}, frozenset({"a"})) == {"b": 2}
