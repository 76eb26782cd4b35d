"""Findings as JUnit XML: a suite per document, a failed case per finding, as CI servers show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specforge.cli.format.markup import attribute, content
from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, Severity


def render(results: Sequence[FileResult], *, colour: bool) -> str:  # noqa: ARG001 (all formats are called alike)
    """Returns one report; only errors fail, other findings are cases that passed with an output."""
    suites = "".join(line for result in results for line in _suite(result))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="specforge">\n{suites}</testsuites>\n'


def _suite(result: FileResult) -> Iterator[str]:
    failures = sum(diagnostic.severity is Severity.ERROR for diagnostic in result.diagnostics)
    cases = len(result.diagnostics) or 1
    yield f'  <testsuite name={attribute(result.name)} tests="{cases}" failures="{failures}" errors="0">\n'
    if not result.diagnostics:
        yield f'    <testcase classname={attribute(result.name)} name="no findings"/>\n'
    for diagnostic in result.diagnostics:
        yield from _case(result, diagnostic)
    yield "  </testsuite>\n"


def _case(result: FileResult, diagnostic: Diagnostic) -> Iterator[str]:
    name = attribute(f"{diagnostic.rule} at {diagnostic.span}")
    yield f"    <testcase classname={attribute(result.name)} name={name}>\n"
    said = [f"{diagnostic.severity}: {diagnostic.message}", f"at {diagnostic.span}"]
    if diagnostic.aws_message:
        said.append(f"AWS says: {diagnostic.aws_message}")
    text = "\n".join(map(content, said))
    if diagnostic.severity is Severity.ERROR:
        kind, message = attribute(diagnostic.rule), attribute(diagnostic.message)
        yield f"      <failure type={kind} message={message}>{text}</failure>\n"
    else:
        yield f"      <system-out>{text}</system-out>\n"
    yield "    </testcase>\n"
