"""Finds rules; the generated index tells what a rule is about, so that only those needed are imported.

Rules of other packages come by the entry point `specforge.rules`, one each, named by the rule's id.
"""

from __future__ import annotations

import sys
from _thread import RLock
from collections.abc import Container
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import NamedTuple

from specforge.diagnostics import Severity
from specforge.errors import ConfigError
from specforge.plugins import EntryPoint, entry_points
from specforge.rules.rule import Rule
from specforge.spelling import did_you_mean, holding

GROUP = "specforge.rules"
RETIRED = {"cors-setting-not-applied": "cors-left-to-backend"}
"""Rules that are gone, and the one that says what is left to say: their names keep working."""
FOLDER = __file__.removesuffix("registry.py")
IMPORTING = RLock()
"""Held while the module of a rule is made, so that no other thread takes half of it."""


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


def current(name: str) -> str:
    """Returns the name that a rule has, for one that it had once; any other name as it is."""
    return RETIRED.get(name, name)


@cache
def load(rule_id: str) -> Rule:
    """Returns a rule by its id.

    Raises ConfigError, naming the nearest spelling, when there is none.
    """
    rule_id = current(rule_id)
    row = rows().get(rule_id)
    if row is None:
        hint = did_you_mean(rule_id, rows()) or holding(rule_id.lower(), rows())
        raise ConfigError(f"there is no rule {rule_id!r}{hint}")
    for point in entry_points(GROUP):
        if point.name == rule_id:
            return _loaded(point)
    module = _module(row.family, row.id.replace("-", "_"))
    found: Rule = module.check if hasattr(module, "check") else module.RULE
    return found


def _module(family: str, name: str) -> ModuleType:
    """Imports the module of a rule, from where the index says that it is instead of searching for it.

    A document needs a hundred of them: 4 ms instead of 11. Where there is no such file, as in an archive, the search
    goes on as ever.
    """
    full = f"specforge.rules.{family}.{name}"
    with IMPORTING:
        return sys.modules[full] if full in sys.modules else _made(full, f"{FOLDER}{family}/{name}.py")


def _made(full: str, path: str) -> ModuleType:
    module = ModuleType(full)
    module.__file__ = path
    sys.modules[full] = module
    try:
        SourceFileLoader(full, path).exec_module(module)
    except BaseException as error:
        del sys.modules[full]
        if isinstance(error, OSError):
            return import_module(full)
        raise
    return module


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
