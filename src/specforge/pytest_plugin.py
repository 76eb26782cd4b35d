"""Fixtures of mapping templates as tests of pytest: one for each file *.vtl-test.yaml or *.vtl-test.json.

pytest loads this wherever specforge is installed, so it imports nothing of specforge until such a test runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from os import PathLike

SUFFIXES = (".vtl-test.yaml", ".vtl-test.yml", ".vtl-test.json")


class TemplateError(Exception):
    """Says why a fixture of a mapping template did not pass."""


class TemplateTest(pytest.Item):
    """Is one fixture."""

    def runtest(self) -> None:
        """Renders the template and compares; raises TemplateError where something differs."""
        from specforge.errors import SourceError  # lazy: only where there are fixtures
        from specforge.fixtures import read_fixture, run_fixture  # lazy: 30 ms, with the engine

        try:
            stored = read_fixture(str(self.path))
        except SourceError as error:
            raise TemplateError(str(error)) from None
        outcome = run_fixture(stored)
        if outcome.differs is not None:
            place = f"{self.path}:{stored.line('expect', outcome.differs)}"
            raise TemplateError("\n".join([f"{place}: {outcome.summary}", *outcome.lines]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:  # noqa: ARG002  # pytest's signature
        """Returns what differs, without a traceback of specforge."""
        if isinstance(excinfo.value, TemplateError):
            return "\n".join(map(_visible, str(excinfo.value).split("\n")))
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """Returns what pytest prints above a failure."""
        return self.path, None, f"mapping template: {self.name}"


class FixtureFile(pytest.File):
    """Is a file with one fixture."""

    def collect(self) -> Iterator[TemplateTest]:
        """Yields its one test."""
        yield TemplateTest.from_parent(self, name=self.path.name.rpartition(".vtl-test.")[0])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FixtureFile | None:
    """Takes the files whose names say that they are fixtures."""
    return FixtureFile.from_parent(parent, path=file_path) if file_path.name.endswith(SUFFIXES) else None


def _visible(line: str) -> str:
    from specforge.cli.terminal import visible  # lazy: only for a failure

    return visible(line)
