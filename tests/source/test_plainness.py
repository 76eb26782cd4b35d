"""Which YAML texts the fast reader may read, and where their scalars of two meanings stand."""

from __future__ import annotations

import pytest

from specforge.source.plainness import doubtful_scalars


@pytest.mark.parametrize(
    ("text", "scalars"),
    [
        ("a: b\n200:\n  c: 1\n", []), ("a: 012\n", ["012"]), ("012: x\n", ["012"]), ("a: [1:30, on]\n", ["1:30", "on"]),
        ("a: one, no, two\n", ["no"]), ("a: 1.5e3\nb: -1\nc: 1_0\n", ["1_0"]), ("- +1\n- -0\n", ["+1", "-0"]),
        ("a: yes # no\n", ["yes"]), ("a: '012'\n", []), ("a: 2012-10-17\n", []), ("a: 1.2.3\n", []),
    ],
)  # fmt: skip
def test_scalars_that_readers_take_for_different_things_are_found(text: str, scalars: list[str]) -> None:
    found = doubtful_scalars(text)

    assert found is not None
    assert scalars == [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    "text",
    [
        "a: !Ref x\n", "a: &x 1\nb: *x\n", "<<: {a: 1}\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n",
        "a: x\x07\n", "\u00e9: \x85\n", "\ta: 1\n", "a: " + "1" * 300, "a:\n" + " " * 300 + "b", "a: |-\n  012\n",
        "a: &x yes\n", "...", "a:\n" + " " * 120 + "&x b\nc: *x\n",
    ],
)  # fmt: skip
def test_other_signs_need_the_exact_reader(text: str) -> None:
    assert doubtful_scalars(text) is None


@pytest.mark.parametrize("text", ["a: x & y, *b* c\n", "a: b&c\nd: *e*, f\n", "a: '&x'\nb: x, *y*\n"])
def test_emphasis_in_prose_without_an_anchor_is_no_alias(text: str) -> None:
    assert doubtful_scalars(text) == []
