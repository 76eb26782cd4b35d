"""The wheel asks for exactly the packages that the program imports, and a decision gives the reason for each."""

from __future__ import annotations

import re
import sys
import tomllib

from tests.meta.tree import imports, modules
from tests.required import ROOT

# Imported only by what is itself imported by it: the plugin of pytest.
OPTIONAL = {"pytest"}

# Distributions whose package has another name.
PACKAGES = {"pyyaml": "yaml", "markdown-it-py": "markdown_it", "ruamel.yaml": "ruamel"}


def test_dependencies_are_what_the_program_imports() -> None:
    imported = {name.partition(".")[0] for path in modules() for name in imports(path)}
    wanted = {PACKAGES.get(name, name.replace("-", "_")) for name in _dependencies()}

    assert wanted == imported - set(sys.stdlib_module_names) - {"specforge"} - OPTIONAL


def test_a_decision_gives_the_reason_for_each_dependency() -> None:
    page = ROOT.joinpath("docs", "adr", "0007-dependencies.md").read_text(encoding="utf-8")

    assert [name for name in sorted(_dependencies()) if f"`{name}`" not in page] == []


def _dependencies() -> set[str]:
    configuration = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    return {re.split(r"[<>=!~ \[;]", entry)[0].lower() for entry in configuration["project"]["dependencies"]}
