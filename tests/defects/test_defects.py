"""The defects that users meet first: each is found at its line and column, by its rule, and nothing else is an error.

The table of docs/defects.md is written by `GOLDEN=write pytest tests/defects`, and held against the findings.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest

from specforge.cli.main import run
from tests.defects.documents import FOLDER, Defect, defects
from tests.required import ROOT

PAGE = ROOT / "docs" / "defects.md"
ASKED_FOR = 38
DEFECTS = defects()
HEAD = """# Defects, and where they are found

Each document of `tests/defects/` has one defect.
The table shows what `specforge validate` reports for it; a test holds this page against the findings.

| Defect | Found at | Rule | Severity |
|---|---|---|---|
"""


def report(defect: Defect, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    run(["validate", "--format", "json", *defect.options, defect.document.name])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return found


def place(one: dict[str, Any]) -> str:
    return f"{one['file']}:{one['line']}:{one['column']}"


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.document.stem)
def test_defect_is_found_at_its_place(
    defect: Defect, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(FOLDER)
    found = report(defect, capsys)

    assert [(one["rule"], place(one)) for one in found if one["rule"] == defect.rule] == [(defect.rule, defect.place)]
    assert [
        (one["rule"], one["message"]) for one in found if one["severity"] == "error" and one["rule"] != defect.rule
    ] == []


def test_page_of_defects_is_fresh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(FOLDER)
    rows = []
    for defect in DEFECTS:
        (one,) = [one for one in report(defect, capsys) if one["rule"] == defect.rule]
        options = f" (`{' '.join(defect.options)}`)" if defect.options else ""
        rows.append(f"| {defect.title}{options} | `{place(one)}` | `{one['rule']}` | {one['severity']} |")
    page = HEAD + "\n".join(rows) + "\n"
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page
    assert len(rows) >= ASKED_FOR
