"""Findings for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec

from specforge.cli.format.json import as_data, render
from specforge.cli.results import FileResult
from specforge.diagnostics import Fix, SettledNote, Span
from tests.cli.format.findings import findings

PLACE: dict[str, Any] = {
    "file": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
}
ENDS = {"endLine": {"type": "integer", "minimum": 1}, "endColumn": {"type": "integer", "minimum": 1}}
TEXT_OR_NULL = {"type": ["string", "null"]}
VIA = {**PLACE, "kind": {"enum": ["ref", "alias", "merge"]}, "pointer": {"type": "string"}}
DIAGNOSTIC = {
    "rule": {"type": "string"},
    "severity": {"enum": ["error", "warning", "info"]},
    "message": {"type": "string"},
    **PLACE,
    **ENDS,
    "pointer": {"type": "string"},
    "via": {"type": "array", "items": {"properties": VIA, "required": list(VIA)}},
    "awsMessage": TEXT_OR_NULL,
    "fix": {"type": ["object", "null"]},
}
COUNTS = {severity: {"type": "integer"} for severity in ("error", "warning", "info")}
CONTRACT = {
    "type": "object",
    "required": ["version", "files", "diagnostics", "summary"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1},
        "files": {
            "items": {"required": ["file", "kind"], "properties": {"kind": {"enum": ["rest", "http", "plain", None]}}}
        },
        "diagnostics": {"items": {"properties": DIAGNOSTIC, "required": list(DIAGNOSTIC)}},
        "summary": {"properties": COUNTS, "required": list(COUNTS), "additionalProperties": False},
    },
}


def test_the_document_is_that_of_the_contract(tmp_path: Path) -> None:
    document = json.loads(render(findings(tmp_path), colour=False))

    jsonschema_rs.validate(CONTRACT, document)
    assert document["files"] == [{"file": "orders.yaml", "kind": "rest"}, {"file": "clean.yaml", "kind": "rest"}]
    assert sum(document["summary"].values()) == len(document["diagnostics"])


def test_a_run_without_results_is_a_document_too() -> None:
    document = json.loads(render([], colour=False))

    jsonschema_rs.validate(CONTRACT, document)


def test_a_finding_tells_its_place_and_the_way_to_it(tmp_path: Path) -> None:
    results = findings(tmp_path)
    by_rule: dict[str, Any] = {one.rule: as_data(one) for one in results[0].diagnostics}

    timeout = by_rule["integration-timeout-out-of-range"]
    assert (timeout["line"], timeout["column"], timeout["endLine"], timeout["endColumn"]) == (11, 26, 11, 28)
    assert timeout["pointer"] == "/paths/~1orders/get/x-amazon-apigateway-integration/timeoutInMillis"
    assert timeout["awsMessage"] == "Timeout should be between 50 ms and 29000 ms"
    (via,) = by_rule["unknown-integration-type"]["via"]
    assert (via["kind"], via["line"], via["column"], via["pointer"]) == ("ref", 12, 11, "/paths/~1orders/$ref")


def test_notes_and_the_fix_are_told(tmp_path: Path) -> None:
    one = findings(tmp_path)[0].diagnostics[0]
    notes = (SettledNote("so", None), SettledNote("here", Span("a", 1, 2, 3, 4)))

    data = as_data(msgspec.structs.replace(one, notes=notes, fix=Fix("do", ())))

    place = {"file": "a", "line": 1, "column": 2, "endLine": 3, "endColumn": 4}
    assert data["notes"] == [{"text": "so"}, {"text": "here", **place}]
    assert data["fix"] == {"title": "do", "edits": []}


def test_everything_is_ascii(tmp_path: Path) -> None:
    results = [FileResult("ü\x1b.yaml", None, findings(tmp_path)[0].diagnostics)]

    text = render(results, colour=True)

    assert text.isascii()
    assert "\x1b" not in text
