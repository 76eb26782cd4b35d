from __future__ import annotations

from specforge.diagnostics import Origin, Report
from specforge.importdoc.changes import Changes
from tests.importdoc.parts import ENTRY


def messages(*noted: tuple[str, str]) -> list[str]:
    changes, report = Changes(), Report()
    for number, (rule, what) in enumerate(noted):
        changes.note(rule, Origin(ENTRY, None, key=number), what)
    changes.report_to(report)
    return [finding.message for finding in report.take()]


def test_nothing_changed_nothing_said() -> None:
    assert messages() == []


def test_a_kind_of_change_is_reported_once() -> None:
    names = [("ignored-part-removed", name) for name in ("style", "links", "style")]

    assert messages(*names) == [
        "API Gateway's importer ignores style (2 times), links; left out of the import document"
    ]


def test_long_lists_are_cut() -> None:
    (message,) = messages(*(("ignored-part-removed", f"x-{number}") for number in range(20)))

    assert "x-7 and 12 more" in message


def test_a_text_of_the_document_is_not_taken_for_a_placeholder() -> None:
    assert "{what}" in messages(("ignored-part-removed", "{what}"))[0]


def test_what_stands_in_one_place_is_told_once_however_often_it_is_used() -> None:
    changes, report = Changes(), Report()
    for _ in range(3):
        changes.note("ignored-part-removed", Origin(ENTRY, None, key="style"), "style")
    changes.report_to(report)

    assert [len(changes.of("ignored-part-removed")), len(report.take())] == [1, 1]
