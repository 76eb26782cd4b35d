"""What specforge.yaml says of targets is checked before anything is emitted."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.targets.settings import check_settings
from tests.lower.documents import configured


def messages(text: str, folder: Path) -> list[str]:
    report = Report()
    check_settings(configured(text, folder), report)
    return [one.message for one in report.take()]


@pytest.mark.parametrize(
    "text", ["", "build: {}", "build: {targets: [openapi, docs]}", "build: {docs: {title: x}, clients: {}}"]
)
def test_sound_settings_have_no_findings(text: str, tmp_path: Path) -> None:
    assert messages(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("build: {targets: [dcos]}", "there is no target dcos; did you mean docs?"),
        ("build: {dcos: {}}", "build.dcos is no target; did you mean docs?"),
        ("build: {docs: {titel: x}}", "build.docs.titel is no option of the target; did you mean title?"),
    ],
)
def test_a_name_that_no_target_knows_is_a_finding(text: str, message: str, tmp_path: Path) -> None:
    assert messages(text, tmp_path) == [message]


@pytest.mark.parametrize("text", ["build: {targets: [1]}", "build: {dcos: 1}", "build: []"])
def test_what_has_the_wrong_shape_is_told_elsewhere(text: str, tmp_path: Path) -> None:
    assert messages(text, tmp_path) == []
