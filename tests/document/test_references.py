from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.document import Document, open_
from specforge.source import Files, Problem
from tests.lower.documents import document


def opened(folder: Path, report: Report, **texts: str) -> Document:
    for name, text in texts.items():
        folder.joinpath(name).with_suffix(".yaml").write_text(text)
    files = Files(str(folder))
    source = files.open(str(folder / "api.yaml"))
    assert not isinstance(source, Problem)
    (found,) = open_(source, files, report)
    return found


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("#/a~1b/c", 1),
        ("#/a%20b/0", 2),
        ("#/list/1", "y"),
        ("#/through/c", 1),
        ("#/list/9", None),
        ("#/list/x", None),
        ("#/list/99999999999999999999", None),
        ("#/gone", None),
        ("#anchor", None),
    ],
)
def test_pointers_lead_through_escapes_lists_and_references(reference: str, expected: object) -> None:
    root = document('openapi: 3.0.1\na/b: {c: 1}\na b: [2]\nlist: [x, y]\nthrough: {$ref: "#/a~1b"}').root
    found = root.references.resolve(reference, root)

    assert (found.value if found is not None else None) == expected


def test_the_empty_fragment_is_the_whole_document() -> None:
    root = document("openapi: 3.0.1").root
    found = root.references.resolve("#", root)

    assert found is not None
    assert found.pointer() == ()


def test_a_pointer_through_itself_has_no_answer() -> None:
    root = document('openapi: 3.0.1\na: {$ref: "#/a/b"}').root

    assert root.references.resolve("#/a/b", root) is None


def test_references_in_another_file_are_relative_to_it(tmp_path: Path) -> None:
    report = Report()
    tmp_path.joinpath("x").mkdir()
    tmp_path.joinpath("x", "b.yaml").write_text("it: {$ref: 'c.yaml#/it'}\nown: {$ref: '#/it'}")
    tmp_path.joinpath("x", "c.yaml").write_text("it: {found: true}")
    node = opened(tmp_path, report, api="openapi: 3.0.1\na: {$ref: 'x/b.yaml#/own'}").root.get("a")
    assert node is not None
    found = node.follow()

    assert found.value == {"found": True}
    assert found.entry.file.endswith("x/c.yaml")
    assert len(list(found.hops())) == 3
    assert [Path(source.name).name for source in found.references.sources] == ["api.yaml", "b.yaml", "c.yaml"]
    assert report.findings == []


def test_a_file_that_cannot_be_opened_is_reported_once_where_it_is_named(tmp_path: Path) -> None:
    report = Report()
    root = opened(tmp_path, report, api="openapi: 3.0.1\na: {$ref: 'gone.yaml#/x'}\nb: {$ref: 'gone.yaml#/y'}").root
    for key in ("a", "b", "a"):
        node = root.get(key)
        assert node is not None
        node.follow()

    assert [(finding.rule, finding.origin.path()) for finding in report.findings] == [("file-not-readable", "/a/$ref")]


def test_what_reading_another_file_found_is_reported(tmp_path: Path) -> None:
    report = Report()
    node = opened(tmp_path, report, api="openapi: 3.0.1\na: {$ref: b.yaml}", b="x: 1\nx: 2").root.get("a")
    assert node is not None
    node.follow()

    assert [finding.rule for finding in report.findings] == ["duplicate-key"]


def test_nothing_is_fetched(tmp_path: Path) -> None:
    report = Report()
    node = opened(tmp_path, report, api="openapi: 3.0.1\na: {$ref: 'https://example.com/x.yaml'}").root.get("a")
    assert node is not None

    assert node.follow() is node
    assert [finding.rule for finding in report.findings] == ["remote-reference-refused"]
