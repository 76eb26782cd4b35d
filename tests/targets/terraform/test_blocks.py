from __future__ import annotations

import pytest

from specforge.errors import InternalError
from specforge.targets.terraform.blocks import Code, Literal, Quoted, block, checked_name, mapped, quoted, resource


def test_equals_signs_of_neighbours_stand_below_each_other() -> None:
    (group,) = block("locals", attributes={"a": 1, "long_name": 2}).groups

    assert [entry.padding for entry in group] == ["        ", ""]


def test_a_value_of_several_lines_stands_alone() -> None:
    groups = block("locals", attributes={"a": 1, "map": mapped({"x": 1}), "b": 2}).groups

    assert [[entry.name for entry in group] for group in groups] == [["a"], ["map"], ["b"]]


def test_what_is_none_is_left_out() -> None:
    assert resource("aws_iam_role", "this", {"name": None}).groups == ()


def test_a_key_that_is_no_identifier_is_quoted() -> None:
    ((plain, odd),) = mapped({"team": "a", "cost-centre": "b"}).groups

    assert (plain.is_plain, odd.is_plain) == (True, False)
    assert len(plain.padding) == len('"cost-centre"') - len("team")


@pytest.mark.parametrize("name", ["", "1a", "a-b", "a b", 'a"', "a\n", "${a}", "ä"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(InternalError, match="no name for Terraform"):
        checked_name(name)


def test_a_string_without_expressions_is_a_literal() -> None:
    assert quoted("a", "b") == Literal("ab")
    assert quoted("a", Code("var.b")) == Quoted((Literal("a"), Code("var.b")))
