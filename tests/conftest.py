"""What every run of the tests does: counts skips by tool, and fails on them when `REQUIRE` says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator

import pytest

from tests.required import is_failure, skipped_tool


def pytest_configure() -> None:
    """Refuses an unknown `REQUIRE` before the first test runs."""
    is_failure("")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns the skip of a test into a failure when `REQUIRE` asks for its tool."""
    report = yield
    _fail_if_required(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Does the same for a module that skips itself at its import."""
    report = yield
    _fail_if_required(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what was skipped, one line a tool."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    tools = Counter(skipped_tool(_reason(report)) or "other reasons" for report in skipped)
    terminalreporter.section("skipped, by tool that is missing")
    for tool, count in sorted(tools.items()):
        reasons = sorted({_reason(r) for r in skipped if (skipped_tool(_reason(r)) or "other reasons") == tool})
        terminalreporter.write_line(f"{tool}: {count} skipped ({'; '.join(reasons)})")


def _fail_if_required(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and is_failure(_reason(report)):
        report.outcome = "failed"
        report.longrepr = f"REQUIRE forbids this skip: {_reason(report)}"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return str(report.longrepr)
