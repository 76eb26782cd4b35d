from __future__ import annotations

from tests.lower.documents import api_of


def test_tags_have_a_name_and_perhaps_a_value() -> None:
    first, second = api_of(
        "tags: [{name: a, description: A, x-amazon-apigateway-tag-value: v}, {description: nameless}, {name: b}, 1]"
    ).tags

    assert (first.name, first.description, first.value) == ("a", "A", "v")
    assert (second.name, second.value) == ("b", None)
