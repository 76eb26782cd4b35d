"""Findings as SARIF 2.1.0, for code scanning. Source: OASIS, "Static Analysis Results Interchange Format"."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence

from specforge import __version__
from specforge.cli.format.place import fingerprints, relative
from specforge.cli.format.text import way
from specforge.cli.results import FileResult, distinct
from specforge.cli.terminal import visible
from specforge.diagnostics import Diagnostic, Replacement, Severity, Span
from specforge.rules.page import captioned, page_of
from specforge.rules.registry import load

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one run with all findings; ASCII only."""
    diagnostics = distinct(results)
    names = sorted({diagnostic.rule for diagnostic in diagnostics})
    indexes = {name: index for index, name in enumerate(names)}
    driver = {"name": "specforge", "version": __version__, "rules": [_rule(name) for name in names]}
    marks = fingerprints(diagnostics)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, indexes[one.rule], mark) for one, mark in zip(diagnostics, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str) -> dict[str, object]:
    rule = load(name)
    page = page_of(rule)
    text = "\n\n".join(f"## {title}\n\n{captioned(body)}" for title, body in page.sections)
    return {
        "id": rule.id,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.sections[0][1] if page.sections else page.summary},
        "help": {"text": f"{page.summary}\n\n{text}", "markdown": f"{page.summary}\n\n{text}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: int, mark: str) -> dict[str, object]:
    message = diagnostic.message
    if diagnostic.aws_message:
        message = f"{message} (AWS says: {diagnostic.aws_message})"
    related = list(_related(diagnostic))
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": _message(message),
        "locations": [{"physicalLocation": _place(diagnostic.span)}],
        "partialFingerprints": {"specforge/v1": mark},
        **({"relatedLocations": related} if related else {}),
        **({"fixes": [_fix(diagnostic)]} if diagnostic.replacements else {}),
    }


def _related(diagnostic: Diagnostic) -> Iterator[dict[str, object]]:
    """Yields the ways that led to a finding, and the places of its notes."""
    told = [(via.span, way(via)) for via in diagnostic.via]
    told += [(note.span, note.text) for note in diagnostic.notes if note.span is not None]
    for number, (span, text) in enumerate(told, start=1):
        yield {"id": number, "physicalLocation": _place(span), "message": _message(text)}


def _message(text: str) -> dict[str, str]:
    """Returns a message that holds no link, whatever a document put into it."""
    shown = visible(text)
    return {"text": shown.replace("\\", "\\\\").replace("[", "\\[") if "](" in shown else shown}


def _fix(diagnostic: Diagnostic) -> dict[str, object]:
    changes: dict[str, list[Replacement]] = {}
    for one in diagnostic.replacements:
        changes.setdefault(one.span.file, []).append(one)
    return {
        "description": {"text": diagnostic.fix.title if diagnostic.fix is not None else ""},
        "artifactChanges": [_change(file, replacements) for file, replacements in changes.items()],
    }


def _change(file: str, replacements: Sequence[Replacement]) -> dict[str, object]:
    return {
        "artifactLocation": {"uri": _uri(file)},
        "replacements": [
            {"deletedRegion": _region(one.span), "insertedContent": {"text": one.text}} for one in replacements
        ],
    }


def _place(span: Span) -> dict[str, object]:
    """Returns a place; one of no width is shown as one character."""
    empty = (span.line, span.column) == (span.end_line, span.end_column)
    shown = span._replace(end_column=span.column + 1) if empty else span
    return {"artifactLocation": {"uri": _uri(span.file)}, "region": _region(shown)}


def _region(span: Span) -> dict[str, object]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    from urllib.parse import quote  # lazy: 5 ms

    path = relative(file)
    return f"file://{quote(path)}" if os.path.isabs(path) else quote(path)
