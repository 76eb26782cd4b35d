"""Findings for programs: the JSON of the contract, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence

from specforge.cli.results import FileResult, count
from specforge.diagnostics import Diagnostic, Span, Via

VERSION = 1


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one JSON document for all files; ASCII only, so that no terminal is harmed by it."""
    document = {
        "version": VERSION,
        "files": [{"file": result.name, "kind": result.kind} for result in results],
        "diagnostics": [as_data(diagnostic) for result in results for diagnostic in result.diagnostics],
        "summary": {str(severity): number for severity, number in count(results).items()},
    }
    return json.dumps(document, indent=2) + "\n"


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """Returns one finding as plain data."""
    return {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        **place_of(diagnostic.span),
        "pointer": diagnostic.pointer,
        "via": [_via(via) for via in diagnostic.via],
        "notes": [{"text": note.text, **(place_of(note.span) if note.span else {})} for note in diagnostic.notes],
        "awsMessage": diagnostic.aws_message,
        "fix": None if diagnostic.fix is None else {"title": diagnostic.fix.title, "edits": _edits(diagnostic)},
    }


def _edits(diagnostic: Diagnostic) -> list[dict[str, object]]:
    return [{**place_of(one.span), "text": one.text} for one in diagnostic.replacements]


def place_of(span: Span) -> dict[str, object]:
    """Returns a place under the names of the JSON report."""
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _via(via: Via) -> dict[str, object]:
    return {
        "kind": via.kind,
        "file": via.span.file,
        "line": via.span.line,
        "column": via.span.column,
        "pointer": via.pointer,
    }
