"""Every finding that is raised anywhere has a rule file, which holds its text, examples and severity."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.meta.tree import code_modules, modules, parsed

REPORTS = {"add", "report", "_report", "note", "Finding", "Found", "Problem", "RuleId"}


def test_every_rule_id_that_is_raised_has_its_file() -> None:
    known = rule_ids()
    unknown = {
        f"{path}:{line} {rule}"
        for path in code_modules()
        if path.parts[0] != "rules"
        for line, rule in raised(path)
        if rule not in known
    }

    assert sorted(unknown) == []


def test_no_rule_id_is_used_twice() -> None:
    ids = [path.stem for path in rule_files()]

    assert sorted(ids) == sorted(set(ids))


def rule_files() -> list[Path]:
    """Returns `rules/<family>/<rule>.py`, every family."""
    return [path for path in modules() if path.parts[0] == "rules" and len(path.parts) == 3 and path.stem != "__init__"]


def rule_ids() -> set[str]:
    """Returns the rules' names: file names in kebab case."""
    return {path.stem.replace("_", "-") for path in rule_files()}


def raised(path: Path) -> Iterator[tuple[int, str]]:
    """Yields line and id wherever a literal is given as a rule to a report or a finding."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield from _literals(node)


def _literals(call: ast.Call) -> Iterator[tuple[int, str]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    candidates = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
    if name in REPORTS:
        candidates += call.args[:1]
    for value in candidates:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_id(value.value):
            yield call.lineno, value.value


def _is_id(text: str) -> bool:
    return "-" in text and text.replace("-", "").isalnum() and text.islower()
