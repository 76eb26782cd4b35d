from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from specforge.cli.format.junit import render
from tests.cli.format.findings import findings


def test_errors_fail_and_a_clean_document_passes(tmp_path: Path) -> None:
    root = ET.fromstring(render(findings(tmp_path), colour=False))
    orders, clean = root.findall("testsuite")

    assert int(orders.attrib["failures"]) == len(orders.findall("testcase/failure")) > 0
    assert ("0", 1) == (clean.attrib["failures"], len(clean.findall("testcase")))


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    text = render(findings(tmp_path), colour=False)

    assert "\x1b" not in text
    assert any("<&'" in (one.get("message") or "") for one in ET.fromstring(text).iter("failure"))
