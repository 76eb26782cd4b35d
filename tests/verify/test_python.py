"""Python that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.python import find_fault


@pytest.mark.parametrize("text", ["x = 1", "def f() -> None: ...", ""])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(("text", "fault"), [("x = (", "line 1"), ("\nimport\n", "line 2"), ("def f(:\n", "line 1")])
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
