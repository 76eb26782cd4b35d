"""Scalars are taken out of a text and put back where they stood, whole or as a part of a longer text."""

from __future__ import annotations

import pytest

from specforge.source.stand_ins import Container, StandIns
from specforge.source.text import Lines


def taken(text: str, *scalars: str) -> StandIns:
    starts = [text.index(scalar) for scalar in scalars]
    return StandIns(text, [(start, start + len(scalar)) for start, scalar in zip(starts, scalars, strict=True)])


def test_a_word_stands_for_a_scalar_that_stands_nowhere_else_in_the_text() -> None:
    assert taken("a: 012\n", "012").text == "a: standin0x\n"
    assert taken("standin: 012\n", "012").text == "standin: insteadof0x\n"


def test_a_text_that_holds_every_such_word_is_refused() -> None:
    with pytest.raises(ValueError, match="every word"):
        taken("standin insteadof placeholder scalarhere takenout: 012\n", "012")


def test_a_whole_scalar_is_resolved_and_told_with_its_pointer_and_place() -> None:
    one = taken("a:\n- b: 012\n- no\n", "012", "no")
    item: Container = {"b": "standin0x"}
    items: Container = [item, "standin1x"]
    root: Container = {"a": items}
    lines = Lines("a", "a:\n- b: 012\n- no\n")

    assert [True, True, True] == [one.put_back([holder]) for holder in (root, items, item)]
    assert root == {"a": [{"b": 12}, "no"]}
    assert [(problem.pointer, str(problem.message)) for problem in one.problems(lines)] == [
        (("a", 0, "b"), "'012' without quotes is 10 to readers of YAML 1.1"),
        (("a", 1), "'no' without quotes is false to readers of YAML 1.1"),
    ]


def test_a_key_is_put_back_in_its_order() -> None:
    one = taken("a: 1\nno: 2\nb: 3\n", "no")
    root: Container = {"a": 1, "standin0x": 2, "b": 3}

    assert one.put_back([root])
    assert list(root) == ["a", "no", "b"]
    assert [(problem.pointer, problem.on_key) for problem in one.problems(Lines("a", "a: 1\nno: 2\n"))] == [
        (("no",), True)
    ]


def test_a_part_of_a_longer_text_is_spelled_out_and_not_told() -> None:
    one = taken("a: x, no, y\n", "no")
    root: Container = {"a": "x, standin0x, y"}

    assert one.put_back([root])
    assert root == {"a": "x, no, y"}
    assert one.problems(Lines("a", "a: x, no, y\n")) == ()


@pytest.mark.parametrize(
    ("text", "scalar", "root"),
    [
        ("a: 0e999_\n", "0e999_", {"a": "standin0x", "b": "standin0x"}),
        ("no: 1\n'no': 2\n", "no", {"standin0x": 1, "no": 2}),
        ("a: " + "0" * 3001, "0" * 3001, {"a": "standin0x"}),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_left_to_the_exact_reader(text: str, scalar: str, root: Container) -> None:
    assert not taken(text, scalar).put_back([root])
