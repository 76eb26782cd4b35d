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
from specforge.rules.fixes import replacements_of
from specforge.rules.registry import rows
from specforge.rules.selection import Selection

Where = dict[tuple[Entry, Pointer], Place]
METHODS = {method: method.upper() for method in ("get", "put", "post", "delete", "options", "head", "patch", "trace")}
METHODS["x-amazon-apigateway-any-method"] = "ANY"


def settle(findings: Iterable[Finding], selection: Selection) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics of findings that the selection admits, in the order of files and places.

    Findings that say the same of one stretch of text, reached by different ways, are one.
    """
    admitted = [finding for finding in findings if selection.admits(finding)]
    where = _places(admitted)
    groups: dict[tuple[str, Span, str], list[Finding]] = {}
    for finding in admitted:
        span = _span(finding.origin, where, on_key=finding.on_key)
        groups.setdefault((finding.rule, span, finding.message), []).append(finding)
    settled = [_diagnostic(same, span, selection, where) for (_, span, _), same in groups.items()]
    return tuple(sorted(settled, key=_order))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    return (span.file, span.line, span.column, diagnostic.rule, diagnostic.message)


def _places(findings: list[Finding]) -> Where:
    wanted: dict[Entry, dict[Pointer, None]] = {}
    for origin in _origins(findings):
        wanted.setdefault(origin.entry, {})[origin.pointer()] = None
    found: Where = {}
    for entry, pointers in wanted.items():
        for pointer, place in entry.places.find(tuple(pointers)).items():
            found[entry, pointer] = place
    return found


def _origins(findings: list[Finding]) -> Iterable[Origin]:
    for finding in findings:
        noted = (note.origin for note in finding.notes if note.origin is not None)
        yield from (origin for origin in (finding.origin, *noted) if not isinstance(origin, Spot))
        yield from (hop.origin for hop in finding.origin.hops())


def _diagnostic(group: list[Finding], span: Span, selection: Selection, where: Where) -> Diagnostic:
    first = group[0]
    severity = selection.severity_for(first.rule)
    row = rows().get(first.rule)
    replacements = replacements_of(first.fix) if first.fix is not None else ()
    return Diagnostic(
        rule=first.rule,
        severity=severity,
        message=first.message,
        span=span,
        pointer=first.origin.path(),
        stops=row.stops if row is not None and severity is Severity.ERROR else None,
        via=tuple(dict.fromkeys(via for finding in group for via in _via(finding.origin, where))),
        notes=tuple(dict.fromkeys(_note(note, where) for note in first.notes)),
        fix=first.fix if replacements else None,
        replacements=replacements,
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
    user = _user(origin)
    if not isinstance(origin, Spot):
        for kind, span in where[origin.entry, origin.pointer()].hops:
            yield Via(kind, span, origin.path(), user=user)
    for hop in origin.hops():
        reference = hop.origin.value if isinstance(hop.origin.value, str) else ""
        span = where[hop.origin.entry, hop.origin.pointer()].value
        yield Via(hop.kind, span, hop.origin.path(), reference, user)


def _user(origin: Origin) -> str:
    """Returns the operation or path, such as `GET /orders`, that a node belongs to by the way that led to it."""
    keys: list[str] = []
    node: Origin | None = origin
    while node is not None:
        if node.via is not None:
            node = node.via.origin if node.via.origin.key != "$ref" else node.via.origin.parent
        else:
            keys.append(str(node.key))
            node = node.parent
    keys.reverse()
    for place, path, method in zip(keys, keys[1:], [*keys[2:], ""], strict=False):
        if place == "paths" and path.startswith("/"):
            return f"{METHODS[method]} {path}" if method in METHODS else path
    return ""
