"""The lines that end a report."""

from __future__ import annotations

from specforge.cli.results import MOST_NAMED, FileResult, conclusion, count, distinct, exceeds, total
from specforge.diagnostics import Diagnostic, Origin, RuleId, Severity, Span
from specforge.source import read_text

SOURCE = read_text("a: 1\n", "a.yaml")


def diagnostic(severity: Severity) -> Diagnostic:
    return Diagnostic(
        rule=RuleId("r"),
        severity=severity,
        message="m",
        span=Span("a.yaml", 1, 1, 1, 2),
        pointer="",
        origin=Origin(SOURCE.entry, None),
    )


ERROR, WARNING, INFO = map(diagnostic, (Severity.ERROR, Severity.WARNING, Severity.INFO))


def test_one_document_is_named_with_its_kind_and_its_counts() -> None:
    result = FileResult("a.yaml", "rest", [ERROR, ERROR, WARNING, INFO])

    assert conclusion([result]) == ["a.yaml: REST API, 2 errors, 1 warning, 1 info"]


def test_several_documents_are_named_and_counted_together() -> None:
    results = [FileResult("a.yaml", "http", [ERROR]), FileResult("b.yaml", None, [ERROR]), FileResult("c", "plain", [])]

    assert conclusion(results) == [
        "a.yaml: HTTP API, 1 error",
        "b.yaml: 1 error",
        "c: plain OpenAPI, no findings",
        "2 errors in 3 documents",
    ]


def test_of_very_many_documents_only_the_first_are_named() -> None:
    lines = conclusion([FileResult(str(number), "rest", []) for number in range(MOST_NAMED + 3)])

    assert len(lines) == MOST_NAMED + 2
    assert lines[-2:] == ["… and 3 more", f"no findings in {MOST_NAMED + 3} documents"]


def test_nothing_is_said_of_nothing() -> None:
    assert conclusion([]) == []


def test_a_name_from_a_template_is_made_visible() -> None:
    assert conclusion([FileResult("a.yaml#/Resources/\x1b", "rest", [])])[0].startswith("a.yaml#/Resources/\\x1b:")


def test_findings_are_counted_the_worst_first() -> None:
    results = [FileResult("a", None, [INFO, ERROR])]

    assert list(count(results).items()) == [(Severity.ERROR, 1), (Severity.WARNING, 0), (Severity.INFO, 1)]
    assert total(results) == "1 error, 1 info in 1 document"


def test_a_threshold_takes_what_is_at_or_above_it() -> None:
    results = [FileResult("a", None, [WARNING])]

    assert exceeds(results, Severity.WARNING)
    assert exceeds(results, Severity.INFO)
    assert not exceeds(results, Severity.ERROR)
    assert not exceeds(results, None)


def test_a_finding_that_documents_share_is_one_where_files_are_listed() -> None:
    results = [FileResult("a", "rest", [ERROR, WARNING]), FileResult("b", "rest", [ERROR])]

    assert distinct(results) == [ERROR]
