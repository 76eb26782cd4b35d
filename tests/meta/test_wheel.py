"""The wheel is complete: it imports, finds its templates and builds an example outside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.required import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)], cwd=folder)
    return next(folder.glob("specforge_apigw-*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path) -> Path:
    """The wheel unpacked; the editable install of the repository must not be seen beside it."""
    folder = wheel.parent / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_holds_every_template_and_every_module(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packaged = set(archive.namelist())
    templates = {f"specforge/templates/{path}" for path in _files(ROOT / "templates")}
    sources = {f"specforge/{path}" for path in _files(ROOT / "src" / "specforge")}

    assert sorted((templates | sources) - packaged) == []


def test_the_wheel_holds_no_hidden_file_and_no_cache(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packaged = [Path(name) for name in archive.namelist()]

    assert [path for path in packaged if any(part.startswith((".", "__pyc")) for part in path.parts)] == []


def test_the_wheel_carries_its_licence_and_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry_points = archive.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()

    assert [name for name in names if name.endswith("LICENSE")] != []
    assert "specforge = specforge.__main__:main" in entry_points


def test_the_wheel_builds_an_example_far_from_the_repository(site: Path, tmp_path: Path) -> None:
    spec = tmp_path / "orders.yaml"
    spec.write_bytes((ROOT / "specs" / "orders.yaml").read_bytes())
    start = f"import sys; sys.path.insert(0, {str(site)!r}); import specforge.__main__ as m; "

    place = _run([sys.executable, "-c", start + "import specforge.render as r; print(r.template_root())"], cwd=tmp_path)
    _run([sys.executable, "-c", start + "m.main()", "build", str(spec), "--out", "build"], cwd=tmp_path)

    assert Path(place.strip()) == site / "specforge" / "templates"
    assert tmp_path.joinpath("build", "openapi.json").is_file()
    assert tmp_path.joinpath("build", "docs", "index.html").is_file()


def _files(folder: Path) -> list[str]:
    skipped = {"__pycache__", "node_modules", ".mypy_cache", ".ruff_cache"}
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and not skipped & set(path.parts) and not path.name.startswith(".")
    ]


def _run(command: list[str], *, cwd: Path) -> str:
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
