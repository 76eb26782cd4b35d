from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from specforge.cli.vtl_results import Judged, shown

HOSTILE = "</failure>\x1b[31m::error::"
RESULTS = [
    Judged("a", "passed"),
    Judged("::error::b", "failed", 3, HOSTILE, (f"- {HOSTILE}", "+ x")),
    Judged("c", "broken", message="c: no"),
]


def test_text_has_places_differences_and_a_sum() -> None:
    assert shown(RESULTS, "text").splitlines() == [
        "\\x3a:error::b:3: </failure>\\x1b[31m::error::",
        "  - </failure>\\x1b[31m::error::",
        "  + x",
        "c: no",
        "1 passed, 1 failed, 1 broken",
    ]
    assert shown([], "text") == "no fixtures\n"


def test_junit_is_xml_whatever_the_texts_are() -> None:
    suite = ET.fromstring(shown(RESULTS, "junit"))[0]

    assert dict(suite.attrib) == {"name": "mapping templates", "tests": "3", "failures": "1", "errors": "1"}
    assert [[child.tag for child in case] for case in suite] == [[], ["failure"], ["error"]]


def test_json_has_all_of_it() -> None:
    tests = json.loads(shown(RESULTS, "json"))["tests"]

    assert tests[1] == {
        "file": "::error::b", "state": "failed", "line": 3, "message": HOSTILE, "difference": [f"- {HOSTILE}", "+ x"],
    }  # fmt: skip
