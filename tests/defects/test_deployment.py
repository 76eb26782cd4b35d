"""Faults of specforge.yaml: each is found at its line and column, by its rule, before anything is emitted.

The table of docs/defects-deployment.md is written by `GOLDEN=write pytest tests/defects`, and held against them.
"""

from __future__ import annotations

import os

import pytest

from specforge.cli.main import run
from tests.defects.documents import DEPLOYMENT, DESCRIBED, Defect, faults
from tests.defects.test_defects import place, report
from tests.required import ROOT

PAGE = ROOT / "docs" / "defects-deployment.md"
REFUSED = 25
FAULTS = faults()
HEAD = """# Faults of specforge.yaml, and where they are found

Each configuration of `tests/defects/deployment/` has one fault.
The table shows what `specforge validate --config` reports for it; a test holds this page against the findings.
An error stops `specforge build` before anything is written.

| Fault | Found at | Rule | Severity |
|---|---|---|---|
"""


@pytest.fixture(autouse=True)
def _in_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DEPLOYMENT)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.options[1].removesuffix(".yaml"))
def test_fault_is_found_at_its_place(fault: Defect, capsys: pytest.CaptureFixture[str]) -> None:
    found = report(fault, capsys)

    assert [(one["rule"], place(one)) for one in found if one["rule"] == fault.rule] == [(fault.rule, fault.place)]
    assert [one["message"] for one in found if one["severity"] == "error" and one["rule"] != fault.rule] == []


@pytest.mark.parametrize("name", [DESCRIBED, "orders-http.yaml"])
def test_what_the_configurations_are_for_is_sound(name: str) -> None:
    assert run(["validate", name]) == 0


def test_page_of_faults_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    rows, refused = [], 0
    for fault in FAULTS:
        (one,) = [one for one in report(fault, capsys) if one["rule"] == fault.rule]
        refused += one["severity"] == "error"
        rows.append(f"| {fault.title} | `{place(one)}` | `{one['rule']}` | {one['severity']} |")
    page = HEAD + "\n".join(rows) + "\n"
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page
    assert refused >= REFUSED
