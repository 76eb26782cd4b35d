"""Finds rules; the generated index tells what a rule is about, so that only those needed are imported."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

from specforge.diagnostics import Severity
from specforge.errors import ConfigError
from specforge.rules.rule import Rule
from specforge.rules.spelling import did_you_mean, holding


class Row(NamedTuple):
    """What the index knows of a rule without importing it."""

    id: str
    family: str
    severity: int
    on: tuple[str, ...]
    kinds: tuple[str, ...]
    stops: str | None
    summary: str


@cache
def rows() -> dict[str, Row]:
    """Returns the index, by id, in alphabetical order of family and id."""
    from specforge.rules.index import INDEX  # lazy: generated, absent while it is being made

    return {row[0]: Row(*row) for row in INDEX}


@cache
def load(rule_id: str) -> Rule:
    """Returns a rule by its id.

    Raises ConfigError, naming the nearest spelling, when there is none.
    """
    row = rows().get(rule_id)
    if row is None:
        hint = did_you_mean(rule_id, rows()) or holding(rule_id.lower(), rows())
        raise ConfigError(f"there is no rule {rule_id!r}{hint}")
    module = import_module(f"specforge.rules.{row.family}.{row.id.replace('-', '_')}")
    found: Rule = module.check if hasattr(module, "check") else module.RULE
    return found


def severity_of(row: Row) -> Severity:
    """Returns the severity that a rule has unless the configuration says otherwise."""
    return Severity(row.severity)
