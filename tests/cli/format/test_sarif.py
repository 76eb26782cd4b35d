from __future__ import annotations

import json
from pathlib import Path

from specforge.cli.format.sarif import render
from specforge.cli.results import FileResult
from tests.cli.format.findings import findings
from tests.judged import judge


def test_every_finding_is_a_result_of_a_described_rule(tmp_path: Path) -> None:
    results = findings(tmp_path)
    run = json.loads(render(results, colour=False))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [one.rule for one in results[0].diagnostics] == [one["ruleId"] for one in run["results"]]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert all(rule["shortDescription"]["text"] and "## Examples" in rule["help"]["markdown"] for rule in rules)


def test_the_region_is_the_place_of_the_finding(tmp_path: Path) -> None:
    run = json.loads(render(findings(tmp_path), colour=False))["runs"][0]
    found = next(one for one in run["results"] if one["ruleId"] == "integration-timeout-out-of-range")

    assert {"startLine": 11, "startColumn": 26, "endLine": 11, "endColumn": 28} == found["locations"][0][
        "physicalLocation"
    ]["region"]


def test_fingerprints_tell_findings_apart_and_stay(tmp_path: Path) -> None:
    run = json.loads(render(findings(tmp_path), colour=False))["runs"][0]
    marks = [one["partialFingerprints"]["specforge/v1"] for one in run["results"]]
    again = json.loads(render(findings(tmp_path), colour=False))["runs"][0]

    assert len(set(marks)) == len(marks)
    assert marks == [one["partialFingerprints"]["specforge/v1"] for one in again["results"]]


def test_a_reference_on_the_way_is_a_related_location(tmp_path: Path) -> None:
    run = json.loads(render(findings(tmp_path), colour=False))["runs"][0]
    found = next(one for one in run["results"] if one["ruleId"] == "unknown-integration-type")

    assert 12 == found["relatedLocations"][0]["physicalLocation"]["region"]["startLine"]


def test_nothing_but_ascii_is_printed(tmp_path: Path) -> None:
    assert render(findings(tmp_path), colour=False).isascii()


def test_a_fix_is_what_to_put_where(tmp_path: Path) -> None:
    operation = "get: {x-amazon-apigateway-integration: {type: moxk}}"
    found = judge(tmp_path, f"paths:\n  /a:\n    {operation}\n", select=("unknown-integration-type",)).diagnostics
    (result,) = json.loads(render([FileResult("a", "rest", found)], colour=False))["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]

    assert result["fixes"][0]["description"] == {"text": "write mock"}
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 51, "endLine": 5, "endColumn": 55},
            "insertedContent": {"text": "mock"},
        }
    ]
