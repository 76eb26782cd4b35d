"""JUnit XML, held against the elements and attributes that Jenkins, GitLab and Surefire's schema agree on."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
from lxml import etree

from specforge.cli.format.junit import render
from specforge.cli.results import FileResult
from specforge.diagnostics import Severity
from tests.cli.format.findings import findings
from tests.cli.format.judges import judges, junit_schema

AGREED: dict[str, tuple[set[str], set[str]]] = {
    "testsuites": ({"name"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"failure", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}
"""Attributes and children of each element that is used; in a case, `properties` only some know."""


def suites(results: list[FileResult]) -> list[ET.Element]:
    root = ET.fromstring(render(results, colour=False))
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = AGREED[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    return list(root)


def test_errors_fail_and_a_clean_document_passes(tmp_path: Path) -> None:
    orders, clean = suites(findings(tmp_path))

    assert int(orders.attrib["failures"]) == len(orders.findall("testcase/failure")) > 0
    assert int(orders.attrib["tests"]) == len(orders.findall("testcase"))
    assert ("0", 1) == (clean.attrib["failures"], len(clean.findall("testcase")))


def test_a_failure_says_what_where_and_what_aws_says(tmp_path: Path) -> None:
    one = next(one for one in findings(tmp_path)[0].diagnostics if one.aws_message)

    failure = suites([FileResult("orders.yaml", "rest", [one])])[0].find("testcase/failure")

    assert failure is not None
    assert failure.attrib == {"type": one.rule, "message": one.message}
    assert (failure.text or "").splitlines() == [
        f"error: {one.message}",
        f"at {one.span}",
        f"AWS says: {one.aws_message}",
    ]


def test_what_is_no_error_passes_with_an_output(tmp_path: Path) -> None:
    one = msgspec.structs.replace(
        findings(tmp_path)[0].diagnostics[0], severity=Severity.WARNING, message="a]]><b", aws_message=None
    )

    (suite,) = suites([FileResult("orders.yaml", "rest", [one])])

    assert suite.attrib["failures"] == "0"
    assert suite.findtext("testcase/system-out") == f"warning: a]]><b\nat {one.span}"


def test_the_schema_of_jenkins_accepts_it(tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(junit_schema(judges())))
    found = findings(tmp_path)
    levels = [msgspec.structs.replace(found[0].diagnostics[0], severity=level) for level in Severity]

    for results in ([], found, [FileResult("a.yaml", None, levels)]):
        schema.assertValid(etree.fromstring(render(results, colour=False).encode()))


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    text = render(findings(tmp_path), colour=False)

    assert "\x1b" not in text
    assert any("<&'" in (one.get("message") or "") for one in ET.fromstring(text).iter("failure"))
