"""Small APIs and all that becomes of them, byte for byte.

A case is a folder with `spec.yaml` and `expected/`: the output of every target, and `findings.txt`.
`make golden` writes `expected/` again; its diff is the review, it is never edited by hand.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

import specforge
from specforge.cli.format.text import show

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/spec.yaml"))
WRITES = os.environ.get("GOLDEN") == "write"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_output_is_what_it_was(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    actual = _outputs()
    if WRITES:
        _write(case / "expected", actual)

    assert sorted(_expected(case)) == sorted(actual)
    assert [path for path, content in _expected(case).items() if actual[path] != content] == []


def _outputs() -> dict[str, bytes]:
    result = specforge.compile("spec.yaml", allow_errors=True)
    findings = "".join(f"{show(diagnostic, colour=False)}\n" for diagnostic in result.diagnostics)
    # A runtime is a copy of templates/<target>/runtime, which has tests of its own.
    files = {str(file.path): file.data for file in result.files if "_runtime" not in file.path.parts}
    return {"findings.txt": findings.encode(), **files}


def _expected(case: Path) -> dict[str, bytes]:
    folder = case / "expected"
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _write(folder: Path, outputs: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in outputs.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
