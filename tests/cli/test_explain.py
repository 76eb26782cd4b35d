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


def test_what_aws_says_stands_before_examples_that_are_told_apart(specforge: Specforge) -> None:
    out = specforge("explain", RULE).out

    assert "\nAWS says\nTimeout should be between 50 ms and 29000 ms\n" in out
    assert "\nWrong:\n\n    paths:\n      /orders:\n" in out
    assert "\nRight (an HTTP API):\n\n    paths:\n" in out
    assert "```" not in out


def test_a_fix_is_shown_behind_what_it_mends(specforge: Specforge) -> None:
    out = specforge("explain", "unknown-rule-name").out

    assert out.index("Wrong (in specforge.yaml):") < out.index("Fixed:\n\n    lint:")
    assert "AWS says" not in out


def test_without_a_rule_all_are_listed_by_family(specforge: Specforge) -> None:
    lines = specforge("explain").out.splitlines()

    assert {line.split()[0] for line in lines if line.startswith("  ")} == set(rows())
    assert "gateway responses" in lines


@pytest.mark.parametrize("name", ["gateway-responses", "gateway_responses"])
def test_of_a_family_its_rules_are_listed(name: str, specforge: Specforge) -> None:
    lines = specforge("explain", name).out.splitlines()

    assert lines[0] == "gateway responses"
    assert {line.split()[0] for line in lines[1:]} == {
        row.id for row in rows().values() if row.family == "gateway_responses"
    }


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
