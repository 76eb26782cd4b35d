from __future__ import annotations

import pytest

from specforge.targets.docs.restrictions import LONGEST_VALUE, Fact, as_text, facts_of
from tests.lower.documents import schema_of


@pytest.mark.parametrize(
    ("schema", "facts"),
    [
        ("{type: string, minLength: 1, maxLength: 5}", [Fact("1 to 5 characters")]),
        ("{type: string, minLength: 2, maxLength: 2}", [Fact("Exactly 2 characters")]),
        ("{type: integer, minimum: 1, maximum: 9}", [Fact("At least 1, at most 9")]),
        ("{type: number, minimum: 0, exclusiveMinimum: true}", [Fact("More than 0")]),
        ("{type: string, pattern: '^a$'}", [Fact("Pattern", ("^a$",))]),
        ("{type: string, enum: [a, b]}", [Fact("One of", ("a", "b"))]),
        ("{type: string, enum: [a]}", [Fact("Always", ("a",))]),
        ("{type: array, items: {type: string}, maxItems: 1}", [Fact("At most 1 item")]),
        ("{type: object, minProperties: 2}", [Fact("At least 2 properties")]),
        ("{type: object, additionalProperties: false}", [Fact("No other properties")]),
        ("{type: string, default: x, example: y}", [Fact("Default", ("x",)), Fact("Example", ("y",))]),
        ("{type: boolean, default: null}", [Fact("Default", ("null",))]),
    ],
)
def test_restrictions_are_told_in_words(schema: str, facts: list[Fact]) -> None:
    assert list(facts_of(schema_of(schema))) == facts


def test_a_long_value_is_cut() -> None:
    assert len(as_text("x" * 10_000)) == LONGEST_VALUE + 1
