"""Findings for people: a sentence, the place, the lines of the document, and what else is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import click

from specforge.cli.results import FileResult, conclusion
from specforge.cli.terminal import visible
from specforge.diagnostics import Diagnostic, Severity, Via

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
MOST = 1000
MOST_INFOS = 5
MOST_VIA = 5
WIDTH = 160


def render(results: Sequence[FileResult], *, colour: bool) -> str:
    """Returns the findings of all files and, for each, what it was taken for."""
    diagnostics = [diagnostic for result in results for diagnostic in result.diagnostics]
    blocks = list(shown(diagnostics, colour=colour))
    closing = "".join(f"{line}\n" for line in conclusion(results))
    return "\n".join([*blocks, closing] if closing else blocks)


def shown(diagnostics: Sequence[Diagnostic], *, colour: bool) -> Iterator[str]:
    """Yields findings with their code frames; of the infos of one rule in a file the first few, and how many there are.

    Where one rule is all there is, as under `--select`, all of it is shown.
    """
    infos = Counter(map(_kind, (one for one in diagnostics if one.severity is Severity.INFO)))
    is_mixed = len({diagnostic.rule for diagnostic in diagnostics}) > 1
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics[:MOST]:
        kind = _kind(diagnostic)
        folds = is_mixed and diagnostic.severity is Severity.INFO and infos[kind] > MOST_INFOS
        seen[kind] += folds
        if not folds or seen[kind] < MOST_INFOS:
            yield show(diagnostic, colour=colour)
        elif seen[kind] == MOST_INFOS:
            rest = infos[kind] - MOST_INFOS
            more = f"… and {rest} more of {diagnostic.rule}; specforge validate --select {diagnostic.rule} shows all\n"
            yield show(diagnostic, colour=colour) + more
    if len(diagnostics) > MOST:
        yield f"… and {len(diagnostics) - MOST} more; --format json lists all\n"


def _kind(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.span.file, diagnostic.rule


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
