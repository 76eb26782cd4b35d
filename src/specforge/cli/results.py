"""What one file of a run gave; formats print these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from specforge.cli.terminal import harmless, visible
from specforge.diagnostics import Diagnostic, Severity, Span

KINDS = {"rest": "REST API", "http": "HTTP API", "plain": "plain OpenAPI"}
MOST_NAMED = 50


class FileResult(NamedTuple):
    """One API: its name, its kind (None when it could not be read) and what was found."""

    name: str
    kind: str | None
    diagnostics: Sequence[Diagnostic]


def distinct(results: Iterable[FileResult]) -> list[Diagnostic]:
    """Returns the findings of all documents; one in a file that several share is told once."""
    found: dict[tuple[str, Span, str], Diagnostic] = {}
    for result in results:
        for diagnostic in result.diagnostics:
            found.setdefault((diagnostic.rule, diagnostic.span, diagnostic.message), diagnostic)
    return list(found.values())


def count(results: Iterable[FileResult]) -> dict[Severity, int]:
    """Returns how many findings of each severity there are, worst first."""
    counts = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.INFO: 0}
    for result in results:
        for diagnostic in result.diagnostics:
            counts[diagnostic.severity] += 1
    return counts


def conclusion(results: Sequence[FileResult]) -> list[str]:
    """Returns the lines that end a report: each API with its kind and its counts, and the sum of several."""
    named = [harmless(f"{visible(one.name)}: {_kind(one)}{_counts([one])}") for one in results[:MOST_NAMED]]
    if len(results) > MOST_NAMED:
        named.append(f"… and {len(results) - MOST_NAMED} more")
    return [*named, total(results)] if len(results) > 1 else named


def total(results: Sequence[FileResult]) -> str:
    """Returns one line that counts the findings of all."""
    return f"{_counts(results)} in {len(results)} document{'' if len(results) == 1 else 's'}"


def _kind(result: FileResult) -> str:
    return f"{KINDS[result.kind]}, " if result.kind is not None else ""


def _counts(results: Iterable[FileResult]) -> str:
    """Returns `2 errors, 1 warning`, or that nothing was found."""
    counted = [f"{number} {level}{'s' if number > 1 else ''}" for level, number in count(results).items() if number]
    return ", ".join(counted) or "no findings"


def exceeds(results: Iterable[FileResult], threshold: Severity | None) -> bool:
    """Tells whether a finding is at or above the threshold; None stands for never."""
    if threshold is None:
        return False
    return any(diagnostic.severity >= threshold for result in results for diagnostic in result.diagnostics)
