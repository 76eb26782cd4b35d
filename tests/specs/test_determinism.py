"""The same document gives the same bytes: whatever the hash seed, time zone, locale, folder and umask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.required import ROOT

SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
)


def built(spec: str, folder: Path, surroundings: dict[str, str], *, umask: int) -> dict[str, bytes]:
    folder.mkdir()
    (folder / spec).write_bytes((ROOT / "specs" / spec).read_bytes())
    for name in ("specforge.yaml", f"{Path(spec).stem}.specforge.yaml"):
        if (ROOT / "specs" / name).is_file():
            (folder / name).write_bytes((ROOT / "specs" / name).read_bytes())
    command = [sys.executable, "-m", "specforge", "build", spec, "--out", "out"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **surroundings}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, umask=umask)
    out = folder / "out"
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("spec", ["orders.yaml", "catalog.yaml"])
def test_two_builds_are_the_same_to_the_byte(spec: str, tmp_path: Path) -> None:
    one = built(spec, tmp_path / "a", SURROUNDINGS[0], umask=0o022)
    other = built(spec, tmp_path / "another folder", SURROUNDINGS[1], umask=0o077)

    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert len(one) > 20
