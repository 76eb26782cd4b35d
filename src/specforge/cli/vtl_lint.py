"""`specforge vtl lint`: the findings of `validate` about templates, for a template in a file of its own."""

from __future__ import annotations

from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, RuleId, Severity, Spot
from specforge.source.model import Reading, Source
from specforge.source.text import Lines
from specforge.vtl import VtlProblem, check
from specforge.vtl.lint import UNKNOWN_MEMBER, UNKNOWN_REFERENCE

SYNTAX = RuleId("template-syntax-error")
UNKNOWN = RuleId("unknown-template-reference")


def judged(name: str, template: str) -> FileResult:
    """Returns what is wrong with a template, at its places in the file."""
    source = Source(name, Lines(name, template), Reading(None, sound=False, format="vtl"))
    return FileResult(name, None, [_diagnostic(source, problem) for problem in check(template)])


def _diagnostic(source: Source, problem: VtlProblem) -> Diagnostic:
    is_name = problem.kind in (UNKNOWN_REFERENCE, UNKNOWN_MEMBER)
    span = source.lines.span(problem.start, problem.end)
    return Diagnostic(
        rule=UNKNOWN if is_name else SYNTAX,
        severity=Severity.WARNING if is_name else Severity.ERROR,
        message=problem.message,
        span=span,
        pointer="",
        origin=Spot(source.entry, span),
    )
