"""Turns findings into diagnostics.

Input: the findings of all stages and the selection. Output: diagnostics with severity, place and what they stop,
sorted by place, without duplicates. The only place where positions are worked out.
"""

from __future__ import annotations

from collections.abc import Iterable

from specforge.diagnostics import (
    Diagnostic,
    Entry,
    Finding,
    Inside,
    Note,
    Origin,
    Place,
    Pointer,
    SettledNote,
    Severity,
    Span,
    Spot,
    Via,
)
from specforge.rules.registry import rows
from specforge.rules.selection import Selection

Where = dict[tuple[Entry, Pointer], Place]


def settle(findings: Iterable[Finding], selection: Selection) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics of findings that the selection admits, in the order of files and places."""
    merged = _merge(finding for finding in findings if selection.admits(finding))
    where = _places(merged)
    settled = [_diagnostic(same, selection, where) for same in merged]
    return tuple(sorted(settled, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    return (span.file, span.line, span.column, diagnostic.rule, diagnostic.message)


def _merge(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Groups the findings that say the same of the same place, reached by different ways."""
    groups: dict[tuple[str, Entry, Pointer, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.rule, finding.origin.entry, _identity(finding.origin), finding.message)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _identity(origin: Origin) -> Pointer:
    if isinstance(origin, Spot):
        return tuple(origin.span)
    return (*origin.pointer(), origin.start, origin.end) if isinstance(origin, Inside) else origin.pointer()


def _places(groups: list[list[Finding]]) -> Where:
    wanted: dict[Entry, dict[Pointer, None]] = {}
    for origin in _origins(groups):
        wanted.setdefault(origin.entry, {})[origin.pointer()] = None
    found: Where = {}
    for entry, pointers in wanted.items():
        for pointer, place in entry.places.find(tuple(pointers)).items():
            found[entry, pointer] = place
    return found


def _origins(groups: list[list[Finding]]) -> Iterable[Origin]:
    for group in groups:
        for finding in group:
            if not isinstance(finding.origin, Spot):
                yield finding.origin
            yield from (hop.origin for hop in finding.origin.hops())
            yield from (note.origin for note in finding.notes if note.origin is not None)


def _diagnostic(group: list[Finding], selection: Selection, where: Where) -> Diagnostic:
    first = group[0]
    severity = selection.severity_for(first.rule)
    row = rows().get(first.rule)
    return Diagnostic(
        rule=first.rule,
        severity=severity,
        message=first.message,
        span=_span(first.origin, where, on_key=first.on_key),
        pointer=first.origin.path(),
        stops=row.stops if row is not None and severity is Severity.ERROR else None,
        via=tuple(dict.fromkeys(via for finding in group for via in _via(finding.origin, where))),
        notes=tuple(dict.fromkeys(_note(note, where) for note in first.notes)),
        fix=first.fix,
        aws_message=first.aws_message,
        origin=first.origin,
    )


def _note(note: Note, where: Where) -> SettledNote:
    return SettledNote(note.text, None if note.origin is None else _span(note.origin, where, on_key=False))


def _span(origin: Origin, where: Where, *, on_key: bool) -> Span:
    if isinstance(origin, Spot):
        return origin.span
    if isinstance(origin, Inside):
        return origin.entry.places.within(origin.pointer(), origin.start, origin.end)
    place = where[origin.entry, origin.pointer()]
    return place.key if on_key else place.value


def _via(origin: Origin, where: Where) -> Iterable[Via]:
    if not isinstance(origin, Spot):
        yield from (Via(kind, span, origin.path()) for kind, span in where[origin.entry, origin.pointer()].hops)
    for hop in origin.hops():
        yield Via(hop.kind, where[hop.origin.entry, hop.origin.pointer()].value, hop.origin.path())
