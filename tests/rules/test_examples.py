"""Runs every example of every rule: a marked line yields exactly that rule, a block without marks is clean."""

from __future__ import annotations

import pytest

from specforge.compiler import diagnose
from specforge.rules.examples import failures
from specforge.rules.page import page_of
from specforge.rules.registry import load, rows


@pytest.mark.parametrize("rule_id", sorted(rows()))
def test_examples_of_the_rule_hold(rule_id: str) -> None:
    faults = failures(load(rule_id), diagnose)

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
