"""Findings as SARIF 2.1.0, for code scanning. Source: OASIS, "Static Analysis Results Interchange Format"."""

from __future__ import annotations

import json
from collections.abc import Sequence

from specforge import __version__
from specforge.cli.format.fingerprint import fingerprint
from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, Severity, Span
from specforge.rules.page import page_of
from specforge.rules.registry import load

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one run with all findings; ASCII only."""
    diagnostics = [diagnostic for result in results for diagnostic in result.diagnostics]
    names = sorted({diagnostic.rule for diagnostic in diagnostics})
    indexes = {name: index for index, name in enumerate(names)}
    driver = {"name": "specforge", "version": __version__, "rules": [_rule(name) for name in names]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, indexes[diagnostic.rule]) for diagnostic in diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str) -> dict[str, object]:
    rule = load(name)
    page = page_of(rule)
    text = "\n\n".join(f"## {title}\n\n{body}" for title, body in page.sections)
    return {
        "id": rule.id,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.sections[0][1] if page.sections else page.summary},
        "help": {"text": f"{page.summary}\n\n{text}", "markdown": f"{page.summary}\n\n{text}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, object]:
    message = diagnostic.message
    if diagnostic.aws_message:
        message = f"{message} (AWS says: {diagnostic.aws_message})"
    related = [
        _location(via.span, number, f"reached by {via.kind} at {via.pointer}")
        for number, via in enumerate(diagnostic.via, start=1)
    ]
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": message},
        "locations": [_location(diagnostic.span)],
        "partialFingerprints": {"specforge/v1": fingerprint(diagnostic)},
        **({"relatedLocations": related} if related else {}),
        **({"fixes": [_fix(diagnostic)]} if diagnostic.replacements else {}),
    }


def _fix(diagnostic: Diagnostic) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(one.span), "insertedContent": {"text": one.text}} for one in diagnostic.replacements
    ]
    uri = _uri(diagnostic.replacements[0].span.file)
    return {
        "description": {"text": diagnostic.fix.title if diagnostic.fix is not None else ""},
        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}],
    }


def _region(span: Span) -> dict[str, object]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _location(span: Span, number: int | None = None, text: str = "") -> dict[str, object]:
    physical = {
        "artifactLocation": {"uri": _uri(span.file)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": max(span.end_column, span.column + 1) if span.end_line == span.line else span.end_column,
        },
    }
    if number is None:
        return {"physicalLocation": physical}
    return {"id": number, "physicalLocation": physical, "message": {"text": text}}


def _uri(file: str) -> str:
    from urllib.parse import quote  # lazy: 5 ms

    return quote(file.replace("\\", "/"))
