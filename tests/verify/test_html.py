"""HTML that parses, and that does not."""

from __future__ import annotations

import pytest

from specforge.verify.html import find_fault


@pytest.mark.parametrize("text", ["<p>a</p>", '<svg><path d="M0 0"/></svg>', ""])
def test_what_is_well_formed_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<p onclick="x">', "onclick"),
        ("<svg/onload=x>", "onload"),
        ("<pre>\n\nx</pre>", "the tree changes"),
        ("<a href=' Java\tScript:x'>", "javascript"),
        ("<form action=vbscript:x>", "vbscript"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, fault: str) -> None:
    assert fault in str(find_fault(text))
