from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from specforge.cli.format.sarif import render
from specforge.cli.results import FileResult
from specforge.diagnostics import Diagnostic, Replacement, SettledNote, Severity, Span
from specforge.rules.registry import rows
from tests.cli.format.findings import findings
from tests.cli.format.judges import judges, sarif_tool
from tests.judged import judge
from tests.schemas import SARIF, faults


@pytest.fixture
def one(tmp_path: Path) -> Diagnostic:
    return findings(tmp_path)[0].diagnostics[0]


def result(diagnostic: Diagnostic) -> dict[str, Any]:
    log = json.loads(render([FileResult("a.yaml", "rest", [diagnostic])], colour=False))
    assert faults(SARIF, log) == []
    only: dict[str, Any] = log["runs"][0]["results"][0]
    return only


# The published schema


def test_the_schema_accepts_findings_with_ways_notes_and_fixes(tmp_path: Path) -> None:
    assert faults(SARIF, json.loads(render(findings(tmp_path), colour=False))) == []
    assert faults(SARIF, json.loads(render([], colour=False))) == []


def test_the_schema_accepts_every_rule_at_every_severity(one: Diagnostic) -> None:
    found = [
        msgspec.structs.replace(one, rule=rule, severity=severity, message=f"{rule} {severity}")
        for rule in rows()
        for severity in Severity
    ]
    log = json.loads(render([FileResult("a.yaml", "rest", found)], colour=False))

    assert len(log["runs"][0]["tool"]["driver"]["rules"]) == len(rows())
    assert faults(SARIF, log) == []


def test_the_schema_would_notice(tmp_path: Path) -> None:
    log = json.loads(render(findings(tmp_path), colour=False))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["results"][1]["line"] = 1

    assert len(faults(SARIF, log)) == 2, faults(SARIF, log)


def test_the_tool_of_microsoft_wants_nothing_but_an_address_of_ours(tmp_path: Path) -> None:
    """Its rules judge what a schema cannot: places that lie within each other, indexes, ids, quality of messages."""
    one, *_ = found = [diagnostic for result in findings(tmp_path) for diagnostic in result.diagnostics]
    change = Replacement(Span("./a.yaml", 1, 1, 1, 2), "x")
    hostile = msgspec.structs.replace(one, message="[a](https://evil.example) {0} {{", replacements=(change,))
    log, answer = tmp_path / "log.sarif", tmp_path / "answer.sarif"
    log.write_text(render([FileResult("a.yaml", "rest", [*found, hostile])], colour=False))
    command = [str(sarif_tool(judges())), "validate", str(log), "--output", str(answer)]
    subprocess.run(
        command, env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}, capture_output=True, check=True
    )

    (run,) = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    assert [each["ruleId"] for each in run["results"]] == ["SARIF2005"]


# Findings


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


def test_a_note_with_a_place_is_a_related_location_after_the_ways(tmp_path: Path) -> None:
    found = next(one for one in findings(tmp_path)[0].diagnostics if one.via)
    note = SettledNote("first here", Span("b.yaml", 3, 4, 3, 5))

    related = result(msgspec.structs.replace(found, notes=(note, SettledNote("nowhere", None))))["relatedLocations"]

    assert [each["id"] for each in related] == [1, 2]
    assert related[0]["message"]["text"].startswith("used by PUT /orders through #/x-more")
    assert related[1]["message"]["text"] == "first here"
    assert related[1]["physicalLocation"]["artifactLocation"]["uri"] == "b.yaml"


def test_a_fix_in_several_files_is_a_change_of_each(one: Diagnostic) -> None:
    changes = tuple(Replacement(Span(file, 1, 1, 1, 2), file) for file in ("a.yaml", "b.yaml", "a.yaml"))

    (fix,) = result(msgspec.structs.replace(one, replacements=changes))["fixes"]

    assert [(change["artifactLocation"]["uri"], len(change["replacements"])) for change in fix["artifactChanges"]] == [
        ("a.yaml", 2),
        ("b.yaml", 1),
    ]


def test_a_place_without_width_is_one_character(one: Diagnostic) -> None:
    region = result(msgspec.structs.replace(one, span=Span("a.yaml", 3, 4, 3, 4)))["locations"][0]["physicalLocation"]

    assert region["region"] == {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 5}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("./specs/a b.yaml", "specs/a%20b.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("/else where/a.yaml", "file:///else%20where/a.yaml"),
        ("a\nb\u202e.yaml", "a%0Ab%E2%80%AE.yaml"),
    ],
)
def test_a_file_is_a_uri(file: str, uri: str, one: Diagnostic) -> None:
    found = result(msgspec.structs.replace(one, span=Span(file, 1, 1, 1, 2)))

    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("see [this](https://evil.example)", "see \\[this](https://evil.example)"),
        ("a \\[b](1)", "a \\\\\\[b](1)"),
        ("minItems[0] is \\d", "minItems[0] is \\d"),
        ("a\u202eb\x1b[31m\n", "a\\u202eb\\x1b[31m\\n"),
    ],
)
def test_a_text_of_a_document_is_no_link_and_shows_what_it_holds(text: str, told: str, one: Diagnostic) -> None:
    assert result(msgspec.structs.replace(one, message=text, aws_message=None))["message"]["text"] == told


def test_what_two_documents_share_is_told_once(one: Diagnostic) -> None:
    log = json.loads(render([FileResult(name, "rest", [one]) for name in ("a.yaml", "b.yaml")], colour=False))

    assert len(log["runs"][0]["results"]) == 1
