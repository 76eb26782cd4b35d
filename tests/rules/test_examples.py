"""Runs every example of every rule: a marked line yields exactly that rule, a block without marks is clean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from specforge.compiler import Options, compile_all
from specforge.diagnostics import Diagnostic
from specforge.rules.examples import DOCUMENT, failures, files_of, kind_of
from specforge.rules.page import Example, page_of
from specforge.rules.registry import load, rows


def diagnose_in(folder: Path) -> Callable[[Example], Sequence[Diagnostic]]:
    """Returns a compiler of examples that works in a folder."""

    def diagnose(example: Example) -> Sequence[Diagnostic]:
        for name, text in files_of(example).items():
            (folder / name).write_text(text, encoding="utf-8")
        kind = kind_of(example)
        options = Options(
            settings=(f"api.kind={kind}",) if kind else (),
            import_as_is="as-is" in example.options,
            targets=tuple(word.removeprefix("target=") for word in example.options if word.startswith("target=")),
            allow_errors=True,
        )
        return [one for result in compile_all(str(folder / DOCUMENT), options=options) for one in result.diagnostics]

    return diagnose


@pytest.mark.parametrize("rule_id", sorted(rows()))
def test_examples_of_the_rule_hold(rule_id: str, tmp_path: Path) -> None:
    faults = failures(load(rule_id), diagnose_in(tmp_path))

    assert faults == []


@pytest.mark.parametrize("rule_id", sorted(rows()))
def test_rule_documents_itself(rule_id: str) -> None:
    page = page_of(load(rule_id))
    titles = [title for title, _ in page.sections]

    assert page.summary
    assert titles == ["Why is this bad?", "Examples", "References"]
    assert any(example.wrong for example in page.examples)
    assert any(not example.wrong for example in page.examples)
