from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from specforge.infrastructure import plan
from specforge.infrastructure.named_values import Values, arn_of, different
from specforge.ir import Deferred, Text
from tests.infrastructure.apis import an_api

PATTERNS = (r'"KEY"\s*:\s*"([^"]*)"', r"(?:^|&)KEY=([^&]*)")


def values(*parts: str | Deferred) -> Values:
    stages = plan(an_api("stages: {a: {variables: {t: one}}, b: {variables: {t: two}}}"), Report()).stages
    return Values((Text(parts),), PATTERNS, stages)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"T": "x"}', ["x"]),
        ("A=1&T=x", ["x"]),
        ('{"T": "$stageVariables.t"}', ["one", "two"]),
        ('{"T": "p-${stageVariables.t}-s"}', ["p-one-s", "p-two-s"]),
        ('{"T": "$stageVariables.other"}', []),
        ('{"T": "$input.path(1)"}', []),
        ('{"U": "x"}', []),
    ],
)
def test_a_value_is_known_when_its_letters_are(text: str, found: list[str]) -> None:
    assert [str(one) for one in values(text)("T")] == found


def test_an_expression_stays_one() -> None:
    table = Deferred("terraform", "table_name", "${table_name}")

    assert list(values('{"T": "', table, '"}')("T")) == [Text((table,))]


def test_what_is_an_arn_already_stays_one() -> None:
    whole = Text(("arn:aws:sqs:eu-west-1:1:q",))
    reference = Text((Deferred("terraform", "queue_arn", "${queue_arn}"),))

    assert arn_of("sqs", whole, whole=whole) == whole
    assert arn_of("sqs", reference, whole=reference) == reference


def test_repetitions_are_one() -> None:
    assert different([Text(("a",)), Text(("b",)), Text(("a",))]) == (Text(("a",)), Text(("b",)))
