"""What one file of a run gave; formats print these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from specforge.diagnostics import Diagnostic, Severity


class FileResult(NamedTuple):
    """One API: its name, its kind (None when it could not be read) and what was found."""

    name: str
    kind: str | None
    diagnostics: Sequence[Diagnostic]


def count(results: Iterable[FileResult]) -> dict[Severity, int]:
    """Returns how many findings of each severity there are, worst first."""
    counts = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.INFO: 0}
    for result in results:
        for diagnostic in result.diagnostics:
            counts[diagnostic.severity] += 1
    return counts


def summary(results: Sequence[FileResult]) -> str:
    """Returns `2 errors, 1 warning in 3 files`, or that nothing was found."""
    counts = count(results)
    files = f"{len(results)} file{'' if len(results) == 1 else 's'}"
    parts = [f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in counts.items() if number]
    return f"{', '.join(parts)} in {files}" if parts else f"no findings in {files}"


def exceeds(results: Iterable[FileResult], threshold: Severity | None) -> bool:
    """Tells whether a finding is at or above the threshold; None stands for never."""
    if threshold is None:
        return False
    return any(diagnostic.severity >= threshold for result in results for diagnostic in result.diagnostics)
