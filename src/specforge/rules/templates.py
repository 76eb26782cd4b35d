"""Mapping templates of the model, judged by the Velocity library at their places in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from specforge.diagnostics import Inside, Origin
from specforge.ir import Template
from specforge.vtl import VtlProblem, check

PLACEHOLDER = re.compile(r"\$\{[^}]*\}")


def template_problems(template: Template) -> Iterator[tuple[VtlProblem, Origin]]:
    """Yields the problems of a template with their places; nothing for one that another expression builds."""
    text, origin, deferred = _text_of(template)
    if text is None:
        return
    for problem in _problems(text, deferred):
        yield problem, Inside(origin, problem.start, problem.end)


@lru_cache(maxsize=256)  # several rules ask for each template, and an API has many that are alike
def _problems(text: str, deferred: tuple[tuple[int, int], ...]) -> tuple[VtlProblem, ...]:
    return check(text, deferred)


def _text_of(template: Template) -> tuple[str | None, Origin, tuple[tuple[int, int], ...]]:
    """Returns the Velocity text, where it stands, and the stretches that CloudFormation fills in before."""
    value = template.origin.value
    if isinstance(value, str):
        return value, template.origin, ()
    inner = template.origin.at("Fn::Sub")
    if isinstance(inner.value, list):
        inner = inner.at(0)
    if inner is template.origin or not isinstance(inner.value, str):
        return None, template.origin, ()
    return inner.value, inner, tuple(match.span() for match in PLACEHOLDER.finditer(inner.value))
