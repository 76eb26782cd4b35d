"""TOML that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.toml import find_fault


@pytest.mark.parametrize("text", ["a = 1", "[b]", ""])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"), [("a = ", "end of document"), ("\n]", "line 2"), ("a = 1\na = 2", "overwrite")]
)
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
