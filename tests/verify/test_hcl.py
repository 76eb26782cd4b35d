"""Terraform that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.hcl import find_fault


@pytest.mark.parametrize("text", ['a = "${b}"', "a {\n}\n", ""])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(("text", "fault"), [("a = ", "line 1"), ("a {\n  b = [1\n", "line "), ("\na = )", "line 2")])
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
