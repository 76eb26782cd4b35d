"""Findings as a GitLab code quality report. Source: GitLab documentation, "Code Quality report format"."""

from __future__ import annotations

import json
from collections.abc import Sequence

from specforge.cli.format.fingerprint import fingerprint
from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, Severity

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one list with all findings; lines and columns count from 1; ASCII only."""
    issues = [_issue(diagnostic) for result in results for diagnostic in result.diagnostics]
    return json.dumps(issues, indent=2) + "\n"


def _issue(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    return {
        "description": diagnostic.message,
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint(diagnostic),
        "severity": SEVERITIES[diagnostic.severity],
        "location": {
            "path": span.file,
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
