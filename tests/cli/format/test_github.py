"""Workflow commands."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from specforge.cli.format.github import render
from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, Severity, Span
from tests.cli.format.findings import findings


@pytest.fixture
def one(tmp_path: Path) -> Diagnostic:
    (timeout,) = (d for d in findings(tmp_path)[0].diagnostics if d.rule == "integration-timeout-out-of-range")
    return msgspec.structs.replace(timeout, span=timeout.span._replace(file="orders.yaml"))


def command(diagnostic: Diagnostic) -> str:
    return render([FileResult("a", "rest", [diagnostic])], colour=False).splitlines()[0]


def test_a_finding_is_a_command_with_its_place(one: Diagnostic) -> None:
    assert render([FileResult("orders.yaml", "rest", [one])], colour=False) == (
        "::error file=orders.yaml,line=11,endLine=11,col=26,endColumn=28,title=integration-timeout-out-of-range"
        "::timeoutInMillis is 20; it must be at least 50 (AWS says: Timeout should be between 50 ms and 29000 ms)\n"
        "1 error in 1 document\n"
    )


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_severities_have_githubs_names(severity: Severity, level: str, one: Diagnostic) -> None:
    assert command(msgspec.structs.replace(one, severity=severity)).startswith(f"::{level} file=")


def test_a_message_cannot_end_its_command_or_begin_another(one: Diagnostic) -> None:
    hostile = msgspec.structs.replace(one, message="100%\n::error::x\r\x1b[31m", aws_message=None)

    text = render([FileResult("a", None, [hostile])], colour=False)

    assert text.splitlines()[0].endswith("::100%25\\n::error::x\\x0d\\x1b[31m")
    assert len(text.splitlines()) == 2


def test_a_file_name_cannot_forge_a_property(one: Diagnostic) -> None:
    hostile = msgspec.structs.replace(one, span=Span("a,line=9::b%\n.yaml", 1, 1, 1, 2))

    assert command(hostile).startswith("::error file=a%2Cline=9%3A%3Ab%25\\n.yaml,line=1,")


def test_a_run_without_findings_says_so() -> None:
    assert render([], colour=False) == "no findings in 0 documents\n"
