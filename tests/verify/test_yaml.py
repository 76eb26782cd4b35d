"""YAML that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.yaml import find_fault


@pytest.mark.parametrize("text", ["a: 1", "a: !GetAtt [b, c]", ""])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(("text", "fault"), [("a: [1", "line 1"), ("a: b: c", "column 5"), ("a: \x00", "#x0000")])
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
