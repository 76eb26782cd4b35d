from __future__ import annotations

import json
from pathlib import Path

from specforge.cli.format.gitlab import render
from tests.cli.format.findings import findings


def test_issues_have_place_check_and_severity(tmp_path: Path) -> None:
    issues = json.loads(render(findings(tmp_path), colour=False))
    found = next(one for one in issues if one["check_name"] == "integration-timeout-out-of-range")

    assert "critical" == found["severity"]
    assert {"line": 11, "column": 26} == found["location"]["positions"]["begin"]
    assert 64 == len(found["fingerprint"])


def test_no_findings_are_an_empty_list() -> None:
    assert "[]\n" == render([], colour=False)
