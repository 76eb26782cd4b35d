"""What a start of the program may import: the allow-list that keeps it quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Third-party packages, by what is started.
ALLOWED = {
    "import specforge": set[str](),
    "specforge --version": {"click"},
    # typing_extensions is msgspec's, 3 ms, where it is installed.
    "specforge validate": {"click", "msgspec", "typing_extensions", "yaml", "yaml_rs", "_yaml", "jsonschema_rs"},
}
# Modules of the standard library that cost more than they give, whoever asks for them.
HEAVY = {
    *("asyncio", "dataclasses", "unittest", "http", "email.utils", "urllib.parse", "urllib.request", "multiprocessing"),
    *("xml", "inspect", "pathlib", "textwrap", "platform", "locale"),
}

CLEAN = """
openapi: 3.0.1
info: {title: Pets, version: "1"}
paths: {}
"""


def test_import_specforge_loads_nothing_else() -> None:
    loaded = _loaded("-c", "import specforge")

    assert {name for name in loaded if name.startswith("specforge")} == {"specforge"}
    assert _third_party(loaded) <= ALLOWED["import specforge"]
    assert loaded & HEAVY == set()


def test_the_version_costs_the_command_line_library_alone() -> None:
    loaded = _loaded("-m", "specforge", "--version")

    assert _third_party(loaded) <= ALLOWED["specforge --version"]
    assert {name.split(".")[1] for name in loaded if name.startswith("specforge.")} <= {
        "__main__",
        "cli",
        "errors",
        "spared",
    }
    assert loaded & HEAVY == set()


def test_a_clean_document_imports_no_template_engine_and_no_second_parser(tmp_path: Path) -> None:
    spec = tmp_path / "pets.yaml"
    spec.write_text(CLEAN, encoding="utf-8")

    loaded = _loaded("-m", "specforge", "validate", str(spec))

    assert _third_party(loaded) <= ALLOWED["specforge validate"]
    assert loaded & HEAVY == set()


def _loaded(*arguments: str) -> set[str]:
    """Returns what a start imports beyond the bare interpreter; -I keeps the environment out."""
    return _imported(*arguments) - _imported("-c", "")


def _imported(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def _third_party(loaded: set[str]) -> set[str]:
    roots = {name.partition(".")[0] for name in loaded}
    return {root for root in roots if root not in sys.stdlib_module_names and root != "specforge"}
