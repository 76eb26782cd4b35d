"""Finds rules; the generated index tells what a rule is about, so that only those needed are imported.

Rules of other packages come by the entry point `specforge.rules`, one each, named by the rule's id.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from importlib import import_module
from typing import NamedTuple

from specforge.diagnostics import Severity
from specforge.errors import ConfigError
from specforge.plugins import EntryPoint, entry_points
from specforge.rules.rule import Rule
from specforge.spelling import did_you_mean, holding

GROUP = "specforge.rules"


class Row(NamedTuple):
    """What the index knows of a rule without importing it."""

    id: str
    family: str
    severity: int
    on: tuple[str, ...]
    kinds: tuple[str, ...]
    stops: str | None
    summary: str
    needs: str = ""


@cache
def rows() -> dict[str, Row]:
    """Returns the index, by id, in alphabetical order of family and id."""
    from specforge.rules.index import INDEX  # lazy: generated, absent while it is being made

    own = {row[0]: Row(*row) for row in INDEX}
    return {**own, **{point.name: _row(_loaded(point, own)) for point in entry_points(GROUP)}}


@cache
def load(rule_id: str) -> Rule:
    """Returns a rule by its id.

    Raises ConfigError, naming the nearest spelling, when there is none.
    """
    row = rows().get(rule_id)
    if row is None:
        hint = did_you_mean(rule_id, rows()) or holding(rule_id.lower(), rows())
        raise ConfigError(f"there is no rule {rule_id!r}{hint}")
    for point in entry_points(GROUP):
        if point.name == rule_id:
            return _loaded(point)
    module = import_module(f"specforge.rules.{row.family}.{row.id.replace('-', '_')}")
    found: Rule = module.check if hasattr(module, "check") else module.RULE
    return found


def _loaded(point: EntryPoint, taken: Container[str] = ()) -> Rule:
    found = point.load()
    if not isinstance(found, Rule) or found.id != point.name or point.name in taken:
        raise ConfigError(f"the package {point.package} offers no rule under {point.name}, or one whose id is taken")
    return found


def _row(rule: Rule) -> Row:
    from specforge.rules.page import page_of  # lazy: for rules of other packages only

    return Row(rule.id, rule.family, int(rule.severity), rule.on, rule.kinds, rule.stops, page_of(rule).summary)


def severity_of(row: Row) -> Severity:
    """Returns the severity that a rule has unless the configuration says otherwise."""
    return Severity(row.severity)
