"""The Code Quality report, held against GitLab's documentation: "Code Quality report format"."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec

from specforge.cli.format.gitlab import render
from specforge.cli.results import FileResult
from specforge.diagnostics import Severity, Span
from tests.cli.format.findings import findings

PLACE = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": PLACE, "end": PLACE},
                        "additionalProperties": False,
                    },
                },
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    },
}


def report(results: list[FileResult]) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(render(results, colour=False))
    jsonschema_rs.validate(DOCUMENTED, issues)
    return issues


def test_issues_have_place_check_and_severity(tmp_path: Path) -> None:
    found = next(one for one in report(findings(tmp_path)) if one["check_name"] == "integration-timeout-out-of-range")

    assert found["severity"] == "critical"
    assert found["location"]["positions"]["begin"] == {"line": 11, "column": 26}


def test_every_issue_has_a_fingerprint_of_its_own(tmp_path: Path) -> None:
    results = findings(tmp_path)
    one = results[0].diagnostics[0]
    again = [msgspec.structs.replace(one, message="another", severity=severity) for severity in Severity]

    issues = report([*results, FileResult("b.yaml", "rest", [one, again[0]])])

    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(results[0].diagnostics) + 1


def test_severities_are_gitlabs(tmp_path: Path) -> None:
    one = findings(tmp_path)[0].diagnostics[0]
    found = [msgspec.structs.replace(one, severity=level, message=str(level)) for level in Severity]

    assert [issue["severity"] for issue in report([FileResult("a", None, found)])] == ["info", "minor", "critical"]


def test_a_path_is_relative_to_the_repository(tmp_path: Path) -> None:
    one = findings(tmp_path)[0].diagnostics[0]
    found = [msgspec.structs.replace(one, span=Span("./specs/a.yaml", 1, 1, 1, 2), message="\u202e\x1b")]

    (issue,) = report([FileResult("a", None, found)])

    assert issue["location"]["path"] == "specs/a.yaml"
    assert issue["description"] == "\\u202e\\x1b"


def test_no_findings_are_an_empty_list() -> None:
    assert render([], colour=False) == "[]\n"
