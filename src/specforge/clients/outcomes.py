"""How a call can end: the documented responses, told apart as success and error."""

from __future__ import annotations

from typing import NamedTuple

from specforge.clients.bodies import choose_content
from specforge.ir import Content, Operation, Response


class Outcome(NamedTuple):
    """A documented response: `status` is 200, 4XX or default; `content` the body that a client reads, if any."""

    status: str
    response: Response
    content: Content | None


def successes(operation: Operation) -> tuple[Outcome, ...]:
    """Returns the outcomes that return; `default` counts when nothing else succeeds."""
    outcomes = _outcomes(operation)
    good = tuple(outcome for outcome in outcomes if outcome.status[:1] == "2")
    return good or tuple(outcome for outcome in outcomes if outcome.status == "default")


def failures(operation: Operation) -> tuple[Outcome, ...]:
    """Returns the outcomes that raise; `default` counts unless it is the success."""
    outcomes = _outcomes(operation)
    has_success = any(outcome.status[:1] == "2" for outcome in outcomes)
    return tuple(
        outcome
        for outcome in outcomes
        if outcome.status[:1] in ("4", "5") or (outcome.status == "default" and has_success)
    )


def _outcomes(operation: Operation) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(_status(response.status), response, choose_content(response.content))
        for response in operation.responses
    )


def _status(status: str) -> str:
    return status.upper() if status[1:].upper() == "XX" else status
