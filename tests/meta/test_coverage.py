"""Every fact of the fact sheet's section 7 is checked by a rule, or said to be undecidable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from specforge.rules.page import page_of
from tests import required
from tools.rules_index import rules
from tools.undecided import UNDECIDED

KEY = re.compile(r"^\| ([a-z0-9]+(?:-[a-z0-9]+)+) \| [EWI]", re.MULTILINE)


def fact_keys() -> set[str]:
    """Returns the keys of section 7; skips where the fact sheet is not beside the project."""
    facts = Path(required.corpus()).parent / "facts" / "aws-import.md"
    if not facts.is_file():
        pytest.skip(f"needs the fact sheet: {facts} is not there")
    text = facts.read_text(encoding="utf-8")
    return set(KEY.findall(text[text.index("# 7. Proposed validation rules") : text.index("# 8. Conflicts")]))


def covered_keys() -> set[str]:
    """Returns the keys that rules name."""
    return {key for rule in rules() for key in page_of(rule).keys}


def test_every_fact_is_accounted_for() -> None:
    assert set() == fact_keys() - covered_keys() - set(UNDECIDED)


def test_no_rule_names_a_fact_that_is_not_there() -> None:
    assert set() == (covered_keys() | set(UNDECIDED)) - fact_keys()


def test_a_fact_is_not_both_checked_and_undecided() -> None:
    assert set() == covered_keys() & set(UNDECIDED)
