from __future__ import annotations

import pytest

from specforge.vtl import parse
from specforge.vtl.token_stream import MAX_PROBLEMS, Places


def problems(template: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.message, template[one.start : one.end]) for one in parse(template).errors]


def test_a_problem_inside_a_string_has_its_place_in_the_template() -> None:
    template = '#set($x = "say ""hi"" to ${name !")'

    assert problems(template) == [("syntax", "! stands where } must stand", " !")]


@pytest.mark.parametrize(
    "opening", ["#if(1)", "#set($x=[", "#set($x=((", "$a[$a", "#if(!", "$a.b(", "#foo([", "{", "#@b()", "#set($x=1+"]
)
def test_nesting_without_end_is_an_error_value(opening: str) -> None:
    assert len(parse(opening * 5000).errors) in {0, 1} if opening == "{" else parse(opening * 5000).errors


def test_no_more_problems_are_collected_than_anyone_reads() -> None:
    assert len(parse("#end" * 500).errors) == MAX_PROBLEMS


def test_a_doubled_quote_counts_for_two_in_the_template() -> None:
    assert [Places(10, (1, 3)).offset(position) for position in range(5)] == [10, 11, 13, 14, 16]
