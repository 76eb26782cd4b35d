"""Runs every example of every rule: a marked line yields exactly that rule, a block without marks is clean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from specforge.compiler import Options, compile_all, judge_all
from specforge.diagnostics import Diagnostic
from specforge.rules.examples import CONFIGURATION, DOCUMENT, failures, files_of, settings_of
from specforge.rules.page import Example, page_of
from specforge.rules.registry import load, rows


def diagnose_in(folder: Path) -> Callable[[Example], Sequence[Diagnostic]]:
    """Returns a compiler of examples that works in a folder."""

    def diagnose(example: Example) -> Sequence[Diagnostic]:
        files = files_of(example)
        for name in (DOCUMENT, CONFIGURATION):
            (folder / name).unlink(missing_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        targets = tuple(word.removeprefix("target=") for word in example.options if word.startswith("target="))
        options = Options(
            settings=settings_of(example),
            import_as_is="as-is" in example.options,
            strict="strict" in example.options,
            targets=targets,
            allow_errors=True,
        )
        run = compile_all if targets else judge_all
        return [one for result in run(str(folder / DOCUMENT), options=options) for one in result.diagnostics]

    return diagnose


@pytest.mark.parametrize("rule_id", sorted(rows()))
def test_examples_of_the_rule_hold(rule_id: str, tmp_path: Path) -> None:
    faults = failures(load(rule_id), diagnose_in(tmp_path))

    assert faults == []


@pytest.mark.parametrize("rule_id", sorted(rows()))
def test_rule_documents_itself(rule_id: str) -> None:
    rule = load(rule_id)
    page = page_of(rule)
    titles = [title for title, _ in page.sections]

    assert page.summary
    assert titles == ["Why is this bad?", "Examples", "References"]
    assert any(example.wrong for example in page.examples) or (rule.emitted_by and "```text" in rule.documentation)
    assert any(not example.wrong for example in page.examples)
