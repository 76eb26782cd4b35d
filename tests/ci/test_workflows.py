"""The GitHub Action and the GitLab job: they parse, and their commands do what they should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import BAD, GOOD
from tests.required import ROOT
from tests.schemas import GITHUB_ACTION, GITLAB_CI, faults

ACTION = yaml.safe_load(ROOT.joinpath("action.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load(ROOT.joinpath("ci", "gitlab.yml").read_text(encoding="utf-8"))["specforge"]
HOSTILE = "$(touch hacked) -x.yaml"


@pytest.fixture
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner after the action's install step, which tests/ci/test_installs.py runs."""
    folder = tmp_path_factory.mktemp("runner")
    installed = folder / "specforge" / "bin" / "specforge"
    installed.parent.mkdir(parents=True)
    installed.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m specforge "$@"\n')
    installed.chmod(0o755)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {"good.yaml": GOOD, "sub/bad one.yaml": BAD, "other.json": "{}", HOSTILE: GOOD}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def run(script: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def action(folder: Path, runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    step = ACTION["runs"]["steps"][-1]
    given = {name: inputs.get(name, described["default"]) for name, described in ACTION["inputs"].items()}
    environ = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()
    }
    return run(step["run"], folder, RUNNER_TEMP=str(runner), **environ)


def test_the_published_schemas_accept_the_action_and_the_job() -> None:
    assert faults(GITHUB_ACTION, ACTION) == []
    assert faults(GITLAB_CI, {"specforge": JOB}) == []


def test_inputs_of_the_action_reach_the_shell_as_variables_only() -> None:
    steps: list[dict[str, Any]] = ACTION["runs"]["steps"]

    assert ACTION["runs"]["using"] == "composite"
    assert [step for step in steps if "${{" in step["run"]] == []
    assert all(step["shell"] == "bash" for step in steps)


def test_the_action_annotates_and_fails_on_errors(project: Path, runner: Path) -> None:
    done = action(project, runner, sarif="out.sarif")

    assert done.returncode == 1
    assert "::error file=sub/bad one.yaml,line=9" in done.stdout
    assert "1 other file skipped" in done.stderr
    assert not (project / "hacked").exists()
    assert json.loads((project / "out.sarif").read_text())["version"] == "2.1.0"


def test_the_action_takes_options_and_patterns_line_by_line(project: Path, runner: Path) -> None:
    assert action(project, runner, options="--fail-on=never\n \n").returncode == 0
    assert action(project, runner, files="good.yaml\n").returncode == 0
    assert action(project, runner, files="*.txt").stdout == "no file matches\n"


def test_the_action_fails_where_nothing_was_checked_out(runner: Path, tmp_path: Path) -> None:
    assert action(tmp_path, runner).returncode != 0


def test_the_scripts_of_the_action_need_no_newer_bash_than_that_of_macos() -> None:
    scripts = "".join(step["run"] for step in ACTION["runs"]["steps"])

    assert [word for word in ("mapfile", "readarray", "declare -A", "${var,,}", "|&", "&>>") if word in scripts] == []


def test_the_job_reports_code_quality_and_fails_on_errors(project: Path) -> None:
    variables = {name: value for name, value in JOB["variables"].items() if name != "SPECFORGE_PACKAGE"}
    done = run("\n".join(JOB["script"]), project, **variables)
    report = json.loads((project / JOB["artifacts"]["reports"]["codequality"]).read_text())

    assert done.returncode != 0
    assert "error[unknown-integration-type]" in done.stdout
    assert "sub/bad one.yaml" in {issue["location"]["path"] for issue in report}
    assert not (project / "hacked").exists()
    assert run("\n".join(JOB["script"]), project, **{**variables, "SPECFORGE_FILES": "good.yaml"}).returncode == 0
