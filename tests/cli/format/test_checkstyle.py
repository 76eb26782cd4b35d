from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from specforge.cli.format.checkstyle import render
from tests.cli.format.findings import findings


def test_errors_stand_under_their_file_with_line_and_column(tmp_path: Path) -> None:
    root = ET.fromstring(render(findings(tmp_path), colour=False))
    found = [one for one in root.iter("error") if one.attrib["source"].endswith("timeout-out-of-range")]

    assert ["orders.yaml"] == [Path(one.attrib["name"]).name for one in root.findall("file")]
    assert [("11", "26", "error")] == [
        (one.attrib["line"], one.attrib["column"], one.attrib["severity"]) for one in found
    ]
