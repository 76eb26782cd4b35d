"""Which rules count, and how much: the `lint:` part of specforge.yaml, the command line and the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

import msgspec

from specforge.diagnostics import Finding, Origin, Report, RuleId, Severity
from specforge.document import Cursor
from specforge.errors import ConfigError
from specforge.rules.fixes import renaming_to_near, respelling
from specforge.rules.registry import Row, current, rows, severity_of
from specforge.spelling import did_you_mean

ALLOW = "x-specforge-allow"
ALWAYS_SELECTED = frozenset({"invalid-configuration", "unknown-configuration-key", "unknown-rule-name"})
"""What says that the selection may not be the one that was meant. So do rules that stop everything."""
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """The rules in force. `select` and `ignore` hold rule ids or families, `select` also `all`."""

    select: frozenset[str] = frozenset({"all"})
    ignore: frozenset[str] = frozenset()
    severity: dict[str, Severity] = {}
    per_path: tuple[tuple[str, frozenset[str]], ...] = ()

    def severity_for(self, rule: RuleId) -> Severity:
        """Returns the severity of a rule, as configured or its own."""
        row = rows().get(rule)
        own = severity_of(row) if row is not None else Severity.ERROR
        return self.severity.get(rule, own)

    def admits(self, finding: Finding) -> bool:
        """Tells whether a finding counts: its rule is selected, not ignored and not allowed where it stands."""
        if not self.is_in_force(finding.rule):
            return False
        names = _names_of(finding.rule)
        if self.per_path and self._ignored_by_path(finding.origin, names):
            return False
        return not _allowed(finding.rule, finding.origin)

    def is_in_force(self, rule: RuleId) -> bool:
        """Tells whether a rule is selected and not ignored."""
        names = _names_of(rule)
        selected = "all" in self.select or bool(names & self.select) or _is_always_selected(rule)
        return selected and not names & self.ignore

    def _ignored_by_path(self, origin: Origin, names: set[str]) -> bool:
        places = [origin, *(hop.origin for hop in origin.hops())]
        paths = [pointer[1] for pointer in (place.pointer() for place in places) if _in_paths(pointer)]
        return any(
            fnmatchcase(str(path), pattern) and names & ignored for pattern, ignored in self.per_path for path in paths
        )


def read_selection(
    lint: Cursor | None, report: Report, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Selection:
    """Returns the selection of specforge.yaml with that of the command line on top; reports unknown names.

    Where `lint.select` holds no name that is known, all rules count: a misspelt name must not silence the others.
    Raises ConfigError for an unknown name of the command line.
    """
    for name in (*select, *ignore):
        if not _is_known(name):
            raise ConfigError(f"there is no rule {name!r}{did_you_mean(name, rows())}")
    ignored = _names(lint, "ignore", report)
    per_path: list[tuple[str, frozenset[str]]] = []
    paths = lint.mapping("per-path") if lint is not None else None
    for pattern, settings in paths.items() if paths is not None else ():
        per_path.append((pattern, frozenset(_names(settings, "ignore", report))))
    selected = frozenset(map(current, select)) or frozenset(filter(_is_known, _names(lint, "select", report)))
    return Selection(
        select=selected or frozenset({"all"}),
        ignore=frozenset((*ignored, *map(current, ignore))),
        severity=_severities(lint, report),
        per_path=tuple(per_path),
    )


def _names(settings: Cursor | None, key: str, report: Report) -> list[str]:
    names: list[str] = []
    listed = settings.sequence(key) if settings is not None else None
    for element in listed.elements() if listed is not None else ():
        if isinstance(element.value, str):
            _check_name(element.value, element, report, on_key=False)
            names.append(current(element.value))
    return names


def _severities(lint: Cursor | None, report: Report) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    given = lint.mapping("severity") if lint is not None else None
    for name, level in given.items() if given is not None else ():
        _check_name(name, level, report, on_key=True)
        if isinstance(level.value, str) and level.value in SEVERITIES:  # anything else the configuration reports
            found[current(name)] = SEVERITIES[level.value]
    return found


def _check_name(name: str, origin: Origin, report: Report, *, on_key: bool) -> None:
    if not _is_known(name):
        fix = (renaming_to_near if on_key else respelling)(origin, name, rows())
        message = f"there is no rule {name}{did_you_mean(name, rows())}"
        report.add("unknown-rule-name", origin, message, on_key=on_key, fix=fix)


def _is_known(name: str) -> bool:
    return name == "all" or current(name) in rows() or any(name in _families(row) for row in rows().values())


def _is_always_selected(rule: RuleId) -> bool:
    row = rows().get(rule)
    return rule in ALWAYS_SELECTED or (row is not None and row.stops == "everything")


def _names_of(rule: RuleId) -> set[str]:
    row = rows().get(rule)
    return {rule, *(_families(row) if row is not None else ())}


def _families(row: Row) -> tuple[str, str]:
    """Returns the family of a rule as it is called in the sources and, with hyphens, everywhere else."""
    return row.family, row.family.replace("_", "-")


def _allowed(rule: RuleId, origin: Origin) -> bool:
    places = [origin, *(hop.origin for hop in origin.hops())]
    for place in places:
        node: Origin | None = place
        while node is not None:
            value = node.value
            allowed = value.get(ALLOW) if isinstance(value, dict) else None
            if isinstance(allowed, dict) and rule in map(current, allowed):
                return True
            node = node.parent
    return False


def _in_paths(pointer: tuple[str | int, ...]) -> bool:
    return len(pointer) > 1 and pointer[0] == "paths"
