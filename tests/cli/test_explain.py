"""`specforge explain`."""

from __future__ import annotations

import sys

import pytest

from specforge.rules.registry import rows
from tests.cli.conftest import Specforge

RULE = "integration-timeout-out-of-range"


def test_a_rule_is_explained_with_its_facts_and_sections(specforge: Specforge) -> None:
    done = specforge("explain", RULE)

    assert done.code == 0
    assert done.out.startswith(
        f"{RULE}\nerror · for rest, http · since 0.1 · stops the gateway targets\n\nChecks that "
    )
    assert all(f"\n{title}\n" in done.out for title in ("Why is this bad?", "Examples", "References"))


def test_without_a_rule_all_are_listed_by_family(specforge: Specforge) -> None:
    lines = specforge("explain").out.splitlines()

    assert {line.split()[0] for line in lines if line.startswith("  ")} == set(rows())
    assert "gateway responses" in lines


@pytest.mark.parametrize(("variable", "coloured"), [(None, True), ("NO_COLOR", False), ("CI", False)])
def test_headings_are_bold_on_a_terminal_only(
    variable: str | None, coloured: bool, specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    if variable is not None:
        monkeypatch.setenv(variable, "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert ("\x1b[1m" in specforge("explain", RULE).out) is coloured
