"""Checkstyle XML: files, and errors with the attributes that Checkstyle's own XML logger writes."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec

from specforge.cli.format.checkstyle import render
from specforge.cli.results import FileResult
from specforge.diagnostics import Severity, Span
from tests.cli.format.findings import findings

ATTRIBUTES = {"line", "column", "severity", "message", "source"}


def files(results: list[FileResult]) -> list[ET.Element]:
    root = ET.fromstring(render(results, colour=False))
    assert (root.tag, set(root.attrib)) == ("checkstyle", {"version"})
    assert all((file.tag, set(file.attrib)) == ("file", {"name"}) for file in root)
    assert all((error.tag, set(error.attrib)) == ("error", ATTRIBUTES) for file in root for error in file)
    assert {error.attrib["severity"] for file in root for error in file} <= {"error", "warning", "info"}
    return list(root)


def test_errors_stand_under_their_file_with_line_and_column(tmp_path: Path) -> None:
    (orders,) = files(findings(tmp_path))
    (timeout,) = (one for one in orders if one.attrib["source"].endswith("timeout-out-of-range"))

    assert Path(orders.attrib["name"]).name == "orders.yaml"
    assert ("11", "26", "error") == tuple(timeout.attrib[name] for name in ("line", "column", "severity"))


def test_files_are_sorted_and_what_two_documents_share_is_told_once(tmp_path: Path) -> None:
    one = findings(tmp_path)[0].diagnostics[0]
    found = [msgspec.structs.replace(one, span=Span(name, 1, 1, 1, 2)) for name in ("./b.yaml", "a.yaml")]

    listed = files([FileResult("a.yaml", None, found), FileResult("c.yaml", None, found)])

    assert [(file.attrib["name"], len(file)) for file in listed] == [("a.yaml", 1), ("b.yaml", 1)]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    one = msgspec.structs.replace(findings(tmp_path)[0].diagnostics[0], message='"/><x> \x1b\uffff')
    levels = [msgspec.structs.replace(one, severity=level, message=f"{one.message}{level}") for level in Severity]

    (file,) = files([FileResult("a.yaml", None, levels)])

    assert file[0].attrib["message"] == '"/><x> \\x1b\\uffffinfo'
