"""Names of findings and files in the reports of services."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from specforge.cli.format.place import fingerprints, relative
from specforge.diagnostics import Diagnostic
from tests.judged import judge

TWICE = "paths:\n  /a:\n    get: {parameters: [{in: path, name: b}, {in: path, name: c}]}\n"


def diagnostics(folder: Path, body: str) -> list[Diagnostic]:
    folder.mkdir(exist_ok=True)
    return list(judge(folder, body).diagnostics)


def test_a_moved_line_keeps_the_fingerprint(tmp_path: Path) -> None:
    before = fingerprints(diagnostics(tmp_path, TWICE))
    after = fingerprints(diagnostics(tmp_path, "# moved\n\n" + TWICE))

    assert before == after != []


def test_findings_of_one_rule_at_one_place_are_told_apart(tmp_path: Path) -> None:
    one = diagnostics(tmp_path, TWICE)[0]
    other = msgspec.structs.replace(one, message="another")

    marks = fingerprints([one, other, one])

    assert len(set(marks)) == 3
    assert marks[0] == fingerprints([one])[0]


def test_a_finding_without_a_pointer_is_known_by_its_message(tmp_path: Path) -> None:
    one = msgspec.structs.replace(diagnostics(tmp_path, TWICE)[0], pointer="")

    assert fingerprints([one]) != fingerprints([msgspec.structs.replace(one, message="another")])


def test_the_same_file_is_known_however_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = diagnostics(tmp_path, TWICE)[0]
    monkeypatch.chdir(tmp_path)
    named = [
        msgspec.structs.replace(one, span=one.span._replace(file=file))
        for file in ("api.yaml", "./api.yaml", str(tmp_path / "api.yaml"))
    ]

    assert len({fingerprints([each])[0] for each in named}) == 1


def test_a_path_is_relative_where_it_lies_below_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert relative("./specs//a.yaml") == "specs/a.yaml"
    assert relative(str(tmp_path / "specs" / "a.yaml")) == "specs/a.yaml"
    assert relative("/elsewhere/a.yaml") == "/elsewhere/a.yaml"
    assert relative("../a.yaml") == "../a.yaml"
    assert relative("<stdin>") == "<stdin>"
