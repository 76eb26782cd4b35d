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
    """What a CI system gives: a Python of its own on the path, and a checkout."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "project"
        self._venv = folder / "venv"
        self._wheels = folder / "wheels"
        subprocess.run([sys.executable, "-m", "venv", str(self._venv)], check=True)
        wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(self._wheels), str(ROOT)]
        subprocess.run(wheel, check=True)
        self.checkout.mkdir()
        for name, text in {"good.yaml": GOOD, "sub/bad one.yaml": BAD, "other.json": "{}"}.items():
            path = self.checkout / name
            path.parent.mkdir(exist_ok=True)
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
                "PATH": os.pathsep.join([str(self._venv / "bin"), "/usr/bin", "/bin"]),
                "PIP_FIND_LINKS": str(self._wheels),
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
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
        assert self.run("python -m pip uninstall -q -y specforge-apigw && ! command -v specforge").returncode == 0


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine"))


def test_the_job_of_gitlab_installs_and_reports(machine: Machine) -> None:
    variables = {name: str(value) for name, value in JOB["variables"].items()}

    installed = machine.run("\n".join(JOB["before_script"]), **variables)
    assert installed.returncode == 0, installed.stderr
    done = machine.run("\n".join(JOB["script"]), **variables)
    machine.forget()

    assert done.returncode != 0
    assert "error[unknown-integration-type]" in done.stdout
    assert "sub/bad one.yaml" in (machine.checkout / "gl-code-quality-report.json").read_text()


def test_the_action_installs_from_its_own_folder_and_annotates(machine: Machine, tmp_path: Path) -> None:
    for name in PACKAGED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    install, validate = ACTION["runs"]["steps"]
    assert install["env"] == {"ACTION_PATH": "${{ github.action_path }}"}

    installed = machine.run(install["run"], ACTION_PATH=str(tmp_path))
    assert installed.returncode == 0, installed.stderr
    inputs = {name.upper(): str(described["default"]) for name, described in ACTION["inputs"].items()}
    done = machine.run(validate["run"], **inputs)
    machine.forget()

    assert done.returncode == 1
    assert "::error file=sub/bad one.yaml,line=9" in done.stdout


@pytest.mark.parametrize("system", ["github", "gitlab"])
def test_the_workflow_of_init_installs_and_validates(system: str, machine: Machine) -> None:
    """`init` writes it with the version that is installed."""
    files = {"github": ".github/workflows/specforge.yml", "gitlab": ".gitlab-ci.yml"}
    options = ["--ci", system, "--no-hook", "--no-baseline", "--force"]
    command = [sys.executable, "-m", "specforge", "init", "good.yaml", *options]
    subprocess.run(command, cwd=machine.checkout, stdin=subprocess.DEVNULL, check=True)
    written = yaml.safe_load((machine.checkout / files[system]).read_text())
    if system == "github":
        steps = [step["run"] for step in written["jobs"]["validate"]["steps"] if "run" in step]
    else:
        steps = [*written["specforge"]["before_script"], *written["specforge"]["script"]]

    *install, validate = steps
    assert [machine.run(step).returncode for step in install] == [0]
    done = machine.run(validate)
    machine.forget()

    assert done.returncode != 0
    assert "unknown-integration-type" in done.stdout
