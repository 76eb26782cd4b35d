"""Findings for people: a sentence, the place, the lines of the document, and what else is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from specforge.cli.results import FileResult, conclusion
from specforge.cli.terminal import visible
from specforge.diagnostics import Diagnostic, Severity, Via

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
MOST = 1000
MOST_VIA = 5
WIDTH = 160


def render(results: Sequence[FileResult], *, colour: bool) -> str:
    """Returns the findings of all files and, for each, what it was taken for."""
    diagnostics = [diagnostic for result in results for diagnostic in result.diagnostics]
    blocks = [show(diagnostic, colour=colour) for diagnostic in diagnostics[:MOST]]
    if len(diagnostics) > MOST:
        blocks.append(f"… and {len(diagnostics) - MOST} more; --format json lists all\n")
    closing = "".join(f"{line}\n" for line in conclusion(results))
    return "\n".join([*blocks, closing] if closing else blocks)


def show(diagnostic: Diagnostic, *, colour: bool) -> str:
    """Returns one finding with its code frame."""
    paint = _painter(diagnostic.severity, colour=colour)
    lines = [
        f"{paint(f'{diagnostic.severity}[{diagnostic.rule}]')}: {visible(diagnostic.message)}",
        f"  --> {visible(str(diagnostic.span))}",
        *_frame(diagnostic, colour=colour),
        *(f"   = {remark}" for remark in _remarks(diagnostic)),
    ]
    return "\n".join(lines) + "\n"


def _frame(diagnostic: Diagnostic, *, colour: bool) -> Iterator[str]:
    span = diagnostic.span
    source = diagnostic.origin.entry.places.lines(span.line, span.line)
    if not source:
        return
    number = str(span.line)
    margin = " " * len(number)
    start = max(0, span.column - 1 - WIDTH // 2) if span.column > WIDTH else 0
    text = source[0][start : start + WIDTH].replace("\t", " ")
    column = span.column - 1 - start
    end = span.end_column - 1 - start if span.end_line == span.line else len(text.rstrip())
    width = max(1, min(end, len(text)) - column)
    before, marked = visible(text[:column]), visible(text[column : column + width])
    pointer = _painter(diagnostic.severity, colour=colour)("^" * max(1, len(marked)))
    yield f" {margin} |"
    yield f" {number} | {visible(text)}"
    yield f" {margin} | {' ' * len(before)}{pointer}"


def _remarks(diagnostic: Diagnostic) -> Iterator[str]:
    for via in diagnostic.via[:MOST_VIA]:
        yield way(via, f" at {visible(str(via.span))}")
    if len(diagnostic.via) > MOST_VIA:
        yield f"and {len(diagnostic.via) - MOST_VIA} more ways"
    for note in diagnostic.notes:
        yield visible(note.text) + (f" at {visible(str(note.span))}" if note.span is not None else "")
    if diagnostic.aws_message:
        yield f"AWS says: {visible(diagnostic.aws_message)}"
    if diagnostic.fix is not None:
        yield f"fix: {visible(diagnostic.fix.title)}"
    yield f"explain: specforge explain {diagnostic.rule}"


def way(via: Via, place: str = "") -> str:
    """Returns who uses a node and by which reference, alias or merge key; `place` says where that stands."""
    used = f"used by {visible(via.user)}" if via.user else "used"
    through = {"alias": "a YAML alias", "merge": "a YAML merge key"}.get(via.kind) or visible(via.reference) or "$ref"
    return f"{used}{place} through {through}"


def _painter(severity: Severity, *, colour: bool) -> Callable[[str], str]:
    def paint(text: str) -> str:
        return click.style(text, fg=COLOURS[severity], bold=True) if colour else text

    return paint
