"""When colour is shown."""

from __future__ import annotations

import sys

import pytest

from specforge.cli.options import stderr_wants_colour, wants_colour
from tests.cli.conftest import BAD, Specforge


@pytest.mark.parametrize(
    ("terminal", "variable", "coloured"),
    [(True, None, True), (False, None, False), (True, "NO_COLOR", False), (True, "CI", False)],
)
def test_colour_is_for_terminals_and_can_be_refused(
    terminal: bool, variable: str | None, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    if variable is not None:
        monkeypatch.setenv(variable, "1")
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: terminal)

    assert (wants_colour(), stderr_wants_colour()) == (coloured, coloured)


def test_a_file_gets_no_colour_from_a_terminal(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    specforge.put("a.yaml", BAD)

    done = specforge("validate", "a.yaml", "--format", "text", "--output", "a.txt", "--format", "text")

    assert done.out.startswith("\x1b[31m\x1b[1merror[")
    assert (specforge.folder / "a.txt").read_text().startswith("error[")
