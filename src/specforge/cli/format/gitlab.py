"""Findings as a GitLab code quality report. Source: GitLab documentation, "Code Quality report format"."""

from __future__ import annotations

import json
from collections.abc import Sequence

from specforge.cli.format.place import fingerprints, relative
from specforge.cli.results import FileResult, distinct
from specforge.cli.terminal import visible
from specforge.diagnostics import Diagnostic, Severity

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one list with all findings; lines and columns count from 1; ASCII only."""
    diagnostics = distinct(results)
    issues = [_issue(*pair) for pair in zip(diagnostics, fingerprints(diagnostics), strict=True)]
    return json.dumps(issues, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    span = diagnostic.span
    return {
        "description": visible(diagnostic.message),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": relative(span.file),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
