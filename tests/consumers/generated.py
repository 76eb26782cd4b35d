"""Python packages generated in tests: built by the whole compiler, put into a folder, imported from there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import specforge
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.python_client.target import TARGET, Options
from tests.lower.documents import lowered


def build(spec: str, folder: Path) -> Path:
    """Builds the Python client of a file; returns the folder that holds its pyproject.toml."""
    result = specforge.compile(spec, targets=("python-client",))
    return put(result.files, folder)


def emit(api: Api, package: str, report: Report | None = None) -> tuple[OutputFile, ...]:
    """Returns the files of the client of an API."""
    return tuple(TARGET.emit(api, Options(package=package), report or Report()))


def build_text(text: str, package: str, folder: Path) -> Path:
    """Builds the client of a document that stands in a test."""
    return put(emit(lowered(dedent(text)), package), folder)


def put(files: tuple[OutputFile, ...], folder: Path) -> Path:
    """Writes the files of a client; returns the folder of its project file."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder / "clients" / "python"


@contextmanager
def imported(project: Path, package: str) -> Iterator[ModuleType]:
    """Imports a generated package and forgets it again."""
    sys.path.insert(0, str(project))
    invalidate_caches()
    try:
        yield import_module(package)
    finally:
        sys.path.remove(str(project))
        for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
            del sys.modules[name]
