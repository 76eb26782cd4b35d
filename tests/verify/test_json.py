"""JSON that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.json import find_fault


@pytest.mark.parametrize("text", ['{"a": [1, null]}', '"\\\\u2028"'])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [("{", "line 1 column 2"), ("", "line 1 column 1"), ("{} {}", "Extra data"), ('"a\nb"', "control character")],
)
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
