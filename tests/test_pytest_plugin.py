"""The plugin in a project of its own, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from specforge.fixtures import SUFFIXES
from specforge.pytest_plugin import SUFFIXES as COLLECTED
from tests.required import ROOT


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    command = [sys.executable, "-m", "pytest", "-p", "specforge.pytest_plugin", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "order.vtl").write_text("""{"id": "$input.params('id')"}""", encoding="utf-8")
    (tmp_path / "good.vtl-test.yaml").write_text("template: order.vtl\nexpect: {output: {id: ''}}\n", encoding="utf-8")
    (tmp_path / "test_other.py").write_text("def test_it(): pass\n", encoding="utf-8")
    return tmp_path


def test_fixtures_are_tests_beside_others(project: Path) -> None:
    done = run(project, "-q", "--collect-only")

    assert done.stdout.splitlines()[:2] == ["good.vtl-test.yaml::good", "test_other.py::test_it"]
    assert "2 passed" in run(project, "-q").stdout


def test_a_failure_shows_its_line_and_what_differs_without_a_traceback(project: Path) -> None:
    (project / "a.vtl-test.yaml").write_text(
        'template: order.vtl\nexpect:\n  output: {id: "\\e[31m"}\n', encoding="utf-8"
    )
    (project / "b.vtl-test.json").write_text("[", encoding="utf-8")
    done = run(project, "-q")

    assert done.returncode == 1
    assert "2 failed, 2 passed" in done.stdout
    assert f"{project}/a.vtl-test.yaml:3: the output differs" in done.stdout
    assert f"{project}/b.vtl-test.json:1: expecting value" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_pytest_starts_without_the_engine() -> None:
    code = "import sys, specforge.pytest_plugin; print(*sorted(n for n in sys.modules if n.startswith('specforge')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["specforge", "specforge.pytest_plugin"]


def test_pytest_finds_it_by_its_entry_point() -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["entry-points"]["pytest11"] == {"specforge.pytest_plugin": "specforge.pytest_plugin"}


def test_it_collects_what_the_command_collects() -> None:
    assert COLLECTED == SUFFIXES
