"""The hooks, run by the real pre-commit in a scratch repository."""

from __future__ import annotations

import importlib.util
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


@pytest.mark.slow
def test_pre_commit_runs_the_hooks(tmp_path: Path) -> None:
    if importlib.util.find_spec("pre_commit") is None:
        skip("pre-commit", "pip install pre-commit")
    source = _repository(
        tmp_path / "specforge", ["src", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"]
    )
    project = tmp_path / "project"
    project.mkdir()
    (project / "good.yaml").write_text(GOOD)
    (project / "other.yaml").write_text("a: b\n")
    (project / "broken.json").write_text("{\n")
    hook = {
        "repo": str(source),
        "rev": _git(source, "rev-parse", "HEAD").strip(),
        "hooks": [{"id": "specforge-validate"}],
    }
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}))
    _git(project, "init", "-q")
    _git(project, "add", ".")

    clean = _pre_commit(project, tmp_path)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "specforge validate" in clean.stdout

    (project / "bad.yaml").write_text(BAD)
    _git(project, "add", ".")
    dirty = _pre_commit(project, tmp_path)
    assert dirty.returncode == 1
    assert "unknown-integration-type" in dirty.stdout
    assert "other files skipped" in dirty.stdout


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


def _pre_commit(project: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PRE_COMMIT_HOME": str(cache / "cache")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
    done = subprocess.run(command, cwd=project, env=environ, capture_output=True, text=True, check=False)
    if "No matching distribution" in done.stdout + done.stderr:
        skip("package index", "pre-commit installs the hook's dependencies")
    return done
