"""The hooks, run by the real pre-commit in a scratch repository."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import BAD, GOOD
from tests.required import ROOT, skip

HOOKS = yaml.safe_load(ROOT.joinpath(".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_every_hook_passes_other_files_over_and_takes_several_files_a_call() -> None:
    assert [hook["id"] for hook in HOOKS] == ["specforge-validate", "specforge-validate-fix"]
    assert all("--skip-other-files" in hook["entry"] and hook["require_serial"] for hook in HOOKS)
    assert all("pass_filenames" not in hook for hook in HOOKS)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what the hooks need of this one, and the folder of pre-commit's environments beside it."""
    if importlib.util.find_spec("pre_commit") is None:
        skip("pre-commit", "pip install pre-commit")
    return _repository(
        tmp_path_factory.mktemp("hooks") / "specforge",
        ["src", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"],
    )


@pytest.fixture
def project(source: Path, tmp_path: Path) -> Path:
    """A repository of three APIs and of other YAML and JSON files, one of them broken."""
    texts = {
        "good.yaml": GOOD,
        "specs/good.json": json.dumps(yaml.safe_load(GOOD)),
        "specs/a b.yaml": GOOD,
        "other.yaml": "a: b\n",
        "broken.json": "{\n",
        "chart/templates/x.yml": "{{ if .a }}\nb: c\n{{ end }}\n",
    }
    for name, text in texts.items():
        _put(tmp_path / name, text)
    _git(tmp_path, "init", "-q")
    return tmp_path


@pytest.mark.slow
def test_pre_commit_runs_the_hook_once_over_all_files(project: Path, source: Path) -> None:
    _configure(project, source, "specforge-validate")

    clean = _pre_commit(project, source)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "no findings in 3 documents" in clean.stdout
    assert clean.stdout.count("4 other files skipped") == 1

    _put(project / "specs" / "bad.yaml", BAD)
    dirty = _pre_commit(project, source)
    assert dirty.returncode == 1
    assert "unknown-integration-type" in dirty.stdout
    assert "1 error in 4 documents" in dirty.stdout


@pytest.mark.slow
def test_pre_commit_runs_the_hook_that_fixes_and_the_second_run_is_clean(project: Path, source: Path) -> None:
    _configure(project, source, "specforge-validate-fix")
    _put(project / "specs" / "bad.yaml", GOOD.replace("http_proxy", "http-proxy"))
    _put(project / "specs" / "worse.yaml", GOOD.replace("http_proxy", "x-none"))

    fixed = _pre_commit(project, source)
    assert fixed.returncode == 1
    assert "files were modified by this hook" in fixed.stdout
    assert "fixed 1 finding in 1 file" in fixed.stdout
    assert (project / "specs" / "bad.yaml").read_text() == GOOD
    assert (project / "other.yaml").read_text() == "a: b\n"

    (project / "specs" / "worse.yaml").unlink()
    again = _pre_commit(project, source)
    assert again.returncode == 0, again.stdout + again.stderr
    assert "nothing to fix" in again.stdout


def _configure(project: Path, source: Path, hook: str) -> None:
    revision = _git(source, "rev-parse", "HEAD").strip()
    repository = {"repo": str(source), "rev": revision, "hooks": [{"id": hook}]}
    _put(project / ".pre-commit-config.yaml", yaml.safe_dump({"repos": [repository]}))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _repository(folder: Path, names: list[str]) -> Path:
    """Returns a git repository with what the hooks need of this one, as it is on the disk."""
    for name in names:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, _made(folder) / name)
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    _git(folder, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "all")
    return folder


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def _pre_commit(project: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """Runs all hooks over all files; the environment of a hook is made once for all tests."""
    _git(project, "add", "-A")
    environ = {**os.environ, "PRE_COMMIT_HOME": str(source.parent / "cache")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    done = subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True, check=False)
    if "No matching distribution" in done.stdout + done.stderr:
        skip("package index", "pre-commit installs the hook's dependencies")
    return done
