"""One process per worker of pytest that runs the command lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.running import Runner, runner


@pytest.fixture(scope="session")
def bounded() -> Iterator[Runner]:
    with runner() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns a project folder with room beside it for what a run prints."""
    project = tmp_path / "project"
    project.mkdir()
    return project
