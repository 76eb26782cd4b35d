"""Rules and targets of other packages: found where packages are installed, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from specforge import plugins
from specforge.errors import ConfigError
from specforge.plugins import EntryPoint, entry_points
from specforge.rules import registry as rules
from specforge.targets import registry as targets
from tests.required import ROOT

PLUGIN = ROOT / "examples" / "plugin"
CACHES = (plugins.entry_points, plugins._texts, rules.rows, rules.load)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    for cache in CACHES:
        cache.cache_clear()
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(folder), str(PLUGIN / "src")])
    return folder


def offer(folder: Path, text: str, name: str = "acme_specforge-1.0.dist-info") -> None:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "entry_points.txt").write_text(text)


def test_only_what_names_us_is_found(site: Path) -> None:
    offer(
        site,
        "[console_scripts]\na = b:c\n\n[specforge.rules]\n# mine\nx-y = m.n:o.p [extra]\n[specforge.targets]\nt=m:T\n",
    )
    offer(site, "[console_scripts]\nspecforge = x:y\n", "other-1.dist-info")

    assert entry_points("specforge.rules") == (EntryPoint("x-y", "m.n", "o.p", "acme_specforge"),)
    assert entry_points("specforge.targets") == (EntryPoint("t", "m", "T", "acme_specforge"),)


def test_the_folder_of_a_document_is_not_searched(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(tmp_path, "[specforge.rules]\nx = m:o\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path, str(tmp_path / "gone" / "site-packages")])

    assert entry_points("specforge.rules") == ()


def test_rules_and_targets_of_a_package_stand_beside_ours(site: Path) -> None:
    rule = "operation-id-without-verb"
    offer(
        site,
        f"[specforge.rules]\n{rule} = acme_specforge.naming.operation_id_without_verb:check\n"
        "[specforge.targets]\nroutes = acme_specforge.routes:TARGET\n",
    )

    assert rules.rows()[rule].family == "naming"
    assert rules.load(rule).id == rule
    assert targets.names()[-1] == "routes"
    assert targets.load("routes").summary == "Methods and paths, one a line."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x = acme_specforge.gone:check", "x of the package acme_specforge cannot be loaded: No module"),
        ("x = acme_specforge.routes:TARGET", "offers no rule under x"),
        ("model-unused = acme_specforge.naming.operation_id_without_verb:check", "offers no rule under model-unused"),
    ],
)
def test_a_package_that_does_not_hold_what_it_offers_is_told_in_one_line(line: str, told: str, site: Path) -> None:
    offer(site, f"[specforge.rules]\n{line}\n")

    with pytest.raises(ConfigError, match=told):
        rules.rows()


def test_a_target_whose_name_is_taken_or_other_is_told(site: Path) -> None:
    offer(site, "[specforge.targets]\nroads = acme_specforge.routes:TARGET\n")
    with pytest.raises(ConfigError, match="offers no target under roads"):
        targets.load("roads")
    fresh_name = "[specforge.targets]\ndocs = acme_specforge.routes:TARGET\n"
    offer(site, fresh_name)
    for cache in CACHES:
        cache.cache_clear()

    with pytest.raises(ConfigError, match="the target docs, whose name is taken"):
        targets.names()


@pytest.mark.slow
def test_the_example_package_works_beside_the_wheel(tmp_path: Path) -> None:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    python = tmp_path / "venv" / "bin" / "python"

    def run(*command: str | Path) -> str:
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, ROOT, PLUGIN)
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    run(python, "-m", "pip", "install", "-q", "pytest", *tmp_path.glob("*.whl"))

    assert "3 passed" in run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", PLUGIN / "tests")
    assert "routes  " in run(python, "-m", "specforge", "targets")
    assert "begins with one of our verbs" in run(python, "-m", "specforge", "explain", "operation-id-without-verb")
