"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from specforge.cli.format.place import relative
from specforge.cli.results import FileResult, distinct, total
from specforge.cli.terminal import visible
from specforge.diagnostics import Diagnostic, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one command per finding and a last line that counts them."""
    commands = [_command(diagnostic) for diagnostic in distinct(results)]
    return "\n".join([*commands, total(results)]) + "\n"


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "file": relative(span.file),
        "line": span.line,
        "endLine": span.end_line,
        # GitHub takes columns only within one line.
        **({"col": span.column, "endColumn": span.end_column} if span.line == span.end_line else {}),
        "title": diagnostic.rule,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = diagnostic.message + (f" (AWS says: {diagnostic.aws_message})" if diagnostic.aws_message else "")
    return f"::{LEVELS[diagnostic.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
