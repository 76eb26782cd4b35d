"""The install steps of the GitHub Action, the GitLab job and the workflows of `init`, run for real in a scratch venv.

What they run is read from their files; in place of the index stands a wheel of this repository (`PIP_FIND_LINKS`),
whose dependencies come from the index that pip is set up with.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.test_workflows import ACTION, JOB
from tests.cli.conftest import BAD, GOOD
from tests.required import ROOT, skip

pytestmark = pytest.mark.slow

PACKAGED = ("src", "templates", "pyproject.toml", "README.md", "LICENSE")


class Machine:
    """What a CI system gives: a Python of its own on the path, and a checkout. The Python is that of the action."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "project"
        self.temporary = folder / "runner"
        self._wheels = folder / "wheels"
        self._python = str(Path(sys.executable).parent)
        wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
        subprocess.run([*wheel, "-w", str(self._wheels), str(ROOT)], check=True)
        self.temporary.mkdir()
        for name, text in {"good.yaml": GOOD, "sub/bad one.yaml": BAD, "other.json": "{}"}.items():
            path = self.checkout / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        subprocess.run(["git", "init", "-q"], cwd=self.checkout, check=True)
        subprocess.run(["git", "add", "."], cwd=self.checkout, check=True)

    def run(self, script: str, **environ: str) -> subprocess.CompletedProcess[str]:
        """Runs a step as `shell: bash` does."""
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=self.checkout,
            env={
                **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
                "PATH": os.pathsep.join([str(self.temporary / "specforge" / "bin"), self._python, "/usr/bin", "/bin"]),
                "RUNNER_TEMP": str(self.temporary),
                "PIP_FIND_LINKS": str(self._wheels),
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                "PIP_NO_COMPILE": "1",
                **environ,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if "No matching distribution" in done.stderr and "specforge" not in done.stderr.rpartition("for ")[2]:
            skip("package index", "the steps install what specforge needs")
        return done

    def forget(self) -> None:
        """Takes specforge away again; what it needs stays."""
        assert self.run("python -m pip uninstall -q -y specforge-apigw").returncode == 0
        assert not self.has_specforge()

    def has_specforge(self) -> bool:
        """Tells whether the command is that of this machine."""
        return self.run("command -v specforge").stdout.startswith(str(self.temporary))


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine after the action's install step, whose folder holds what a checkout of the action does."""
    folder = tmp_path_factory.mktemp("machine")
    for name in PACKAGED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, _made(folder / "action") / name)
    made = Machine(folder)
    step = ACTION["runs"]["steps"][0]
    assert step["env"] == {"ACTION_PATH": "${{ github.action_path }}"}

    installed = made.run(step["run"], ACTION_PATH=str(folder / "action"))

    assert installed.returncode == 0, installed.stderr
    return made


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def test_the_action_installs_into_a_venv_of_its_own_and_annotates(machine: Machine) -> None:
    inputs = {name.upper(): str(described["default"]) for name, described in ACTION["inputs"].items()}

    done = machine.run(ACTION["runs"]["steps"][1]["run"], **inputs)

    assert (machine.temporary / "specforge" / "pyvenv.cfg").is_file()
    assert done.returncode == 1
    assert "::error file=sub/bad one.yaml,line=9" in done.stdout


def test_the_job_of_gitlab_installs_and_reports(machine: Machine) -> None:
    variables = {name: str(value) for name, value in JOB["variables"].items()}
    machine.forget()

    installed = machine.run("\n".join(JOB["before_script"]), **variables)
    assert installed.returncode == 0, installed.stderr
    assert machine.has_specforge()
    done = machine.run("\n".join(JOB["script"]), **variables)

    assert done.returncode != 0
    assert "error[unknown-integration-type]" in done.stdout
    assert "sub/bad one.yaml" in (machine.checkout / "gl-code-quality-report.json").read_text()


def test_the_workflows_of_init_install_and_validate(machine: Machine) -> None:
    """`init` writes them with the version that is installed."""
    for system in ("github", "gitlab"):
        options = ["--ci", system, "--no-hook", "--no-baseline", "--force"]
        command = [sys.executable, "-m", "specforge", "init", "good.yaml", *options]
        subprocess.run(command, cwd=machine.checkout, stdin=subprocess.DEVNULL, check=True)
    workflow = yaml.safe_load((machine.checkout / ".github/workflows/specforge.yml").read_text())
    install, validate = (step["run"] for step in workflow["jobs"]["validate"]["steps"] if "run" in step)
    job = yaml.safe_load((machine.checkout / ".gitlab-ci.yml").read_text())["specforge"]
    machine.forget()

    assert machine.run(install).returncode == 0
    assert machine.has_specforge()
    assert job["before_script"] == [install]
    for script in (validate, *job["script"]):
        done = machine.run(script)
        assert done.returncode != 0
        assert "unknown-integration-type" in done.stdout
