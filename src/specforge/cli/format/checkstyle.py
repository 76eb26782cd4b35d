"""Findings as Checkstyle XML, which most CI servers read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specforge.cli.format.markup import attribute
from specforge.cli.format.place import relative
from specforge.cli.results import FileResult, distinct
from specforge.diagnostics import Diagnostic


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one report; findings stand under the file in which they are, sorted by its name."""
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in distinct(results):
        by_file.setdefault(relative(diagnostic.span.file), []).append(diagnostic)
    files = "".join(line for name in sorted(by_file) for line in _file(name, by_file[name]))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n{files}</checkstyle>\n'


def _file(name: str, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    yield f"  <file name={attribute(name)}>\n"
    for diagnostic in diagnostics:
        span = diagnostic.span
        yield (
            f'    <error line="{span.line}" column="{span.column}" severity="{diagnostic.severity}" '
            f"message={attribute(diagnostic.message)} source={attribute(f'specforge.{diagnostic.rule}')}/>\n"
        )
    yield "  </file>\n"
