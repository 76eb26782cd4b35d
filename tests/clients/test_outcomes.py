from __future__ import annotations

from specforge.clients.outcomes import failures, successes
from tests.lower.documents import operation_of


def test_two_hundreds_return_and_the_rest_raises() -> None:
    operation = operation_of("responses: {'200': {}, '2xx': {}, '404': {}, '5XX': {}, default: {}, '301': {}}")

    assert [outcome.status for outcome in successes(operation)] == ["200", "2XX"]
    assert [outcome.status for outcome in failures(operation)] == ["404", "5XX", "default"]


def test_default_is_the_success_when_nothing_else_is() -> None:
    operation = operation_of("responses: {'404': {}, default: {}}")

    assert [outcome.status for outcome in successes(operation)] == ["default"]
    assert [outcome.status for outcome in failures(operation)] == ["404"]


def test_an_operation_without_responses_promises_nothing() -> None:
    operation = operation_of("summary: s")

    assert (successes(operation), failures(operation)) == ((), ())
