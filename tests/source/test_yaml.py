"""YAML: plain texts go to the fast reader, all others to the exact one, and both say the same."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.source.composer import compose
from specforge.source.model import BOUNDS, Reading
from specforge.source.plainness import doubtful_scalars
from specforge.source.text import Lines
from specforge.source.yaml import read_yaml


def reading(text: str) -> Reading:
    return read_yaml(Lines("a.yaml", text), BOUNDS)


def is_fast(text: str) -> bool:
    """Tells which reader it was: the exact one leaves its nodes."""
    found = reading(text)
    return found.sound and found.root is None and found.data is not None


def exactly(text: str) -> tuple[Any, ...]:
    found = compose(Lines("a.yaml", text), BOUNDS)
    return (found.root.data if found.root is not None and found.sound else None), found.sound, found.problems


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n", "a: 'yes'\n", 'a: "on"\nb: [\'no\', "off"]\n', "'on': x\n", "a: x # yes\n", "# no\na: 1\n",
        "a: y\nb: n\n",
        "a: See **Note**\n", "a: |\n  **Note**: x\n  *y* z\n", "a: |\n  * x\n  * y\n", "a: x, *y*, z\n",
        "a: one, no, two\n",
        "a: one,\n  no, two\n", "a: in 012, 1:30 and 1_000\n", "a: text !Ref x\n", "a: wow!\n", "a: '!Ref x'\n",
        "a: |\n  ![x](y)\n  !(x)\n", "a: &x b\nb: text *x\n", "a: x & y\n", "a: &x 1\n", "a: x << y\n",
        "a: |\n  x <<EOF\n",
        "200: a\n", "a: 2012-10-17\n", "a: 12:30:45Z\n", "a: 1.2.3\n", "a: 0.5\n", "a: 0\n", "a: -1\n", "a: 1e3\n",
        "---\na: 1\n", "# c\n---\na: 1\n", "a: |\n  ---x\n", "a: x\ty\n", "a: '#no'\n", "\u00e9: \U0001f600\n",
        "a: 1\r\nb: 2\r\n",
    ],
)  # fmt: skip
def test_a_plain_text_goes_to_the_fast_reader(text: str) -> None:
    assert is_fast(text)
    assert (reading(text).data, True, []) == exactly(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: yes\n", "on: x\n", "a: [x, no]\n", "{a: off}\n", "a:\n  yes\n", "- no\n", "? on\n: 1\n",
        "a: 'no'\nb: no\n", "a: yes # c\n", "a: \"yes\"\nb: yes # 'yes'\n", "- no\n- x: [{on: 'no'}, off]\n",
        "a: 012\n", "012: a\n", "? 012\n: a\n", "a: 1:30\n", "a: 0b1\n", "a: 0o7\n", "a: 0x1F\n", "a: 08\n",
        "200:\n  a: 1\n", "200:\n  - 012\n", "+1: a\n", "-0: a\n", "? +1\n", "a: [+1, -0]\n",
        "a: 1_000\n", "a: 1_01:30\n", "a: _1\n", "_1: a\n", "a: [_9, x]\n", "a: +_1\n", "a: 1e_0\n", "a: _.5\n",
        "a: .5_0\n", "a: 1.5_0\n", "a: 1e3_0\n",
        "a: 012, no\n  , 012\n", "a: |\n  x\n  012\n  no\n", "a: |-\n\n  012\n", "a: '\n  012\n\n  no'\n",
        'a: "x\\\n  012"\n', "a: 'x,012,y'\n", "a: [x\n  y, _0, z\n  ]\n", "a: standin0x\nb: 012\n",
        "a:\n  - yes: no\n    012: 1\n  - 1_0\n",
    ],
)  # fmt: skip
def test_scalars_of_two_meanings_are_told_without_the_exact_reader(text: str) -> None:
    found = reading(text)

    assert is_fast(text)
    assert (found.data, found.sound, list(found.problems)) == exactly(text)


def test_scalars_of_two_meanings_go_to_the_exact_reader_when_no_word_is_free_to_stand_for_them() -> None:
    assert not is_fast("a: 012\nb: standin insteadof placeholder scalarhere takenout\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: &x yes\n", "&x yes: 1\n", "a: &x 012\n", "a: |-\n  yes\n", "a: |-\n  012\nb: 1\n", "a: >\n 012\n",
        "a: |\n  x |\n012: b\n", "012: a\n'012': b\n", "+1: a\n'+1': b\n", "a: 0x" + "9" * 300 + "\n",
        "a: 012e999\n", "a: -09e400\n",
        "a: !Ref x\n", "a: [!Sub x]\n", "!Ref a: b\n", "a: !!str 1\n", "a: ! 1\n", "'a': !Ref x\n", "a: &x !Ref y\n",
        "- !Sub x\n", "? !Sub x\n: 1\n",
        "a: &x 1\nb: *x\n", "a: &x 1\nb: [*x]\n", "a: &x 1\n*x : b\n", "a: &x 1\n- *x\n", "a: &x:y 1\n",
        "<<: {a: 1}\n", "a: {<<: {b: 1}}\n", "'<<': 1\n", "? <<\n: {a: 1}\n",
        "a: 1\n---\nb: 2\n", "a: 1\n...\n", "%YAML 1.1\n---\na: 1\n", "a: 1\na: 2\n", "1: a\n'1': b\n", "1.0: a\n",
        "true: a\n", "~: a\n",
        "a: .inf\n", "a: .NaN\n", "a: 1e999\n", "a: " + "9" * 400 + "\n", "a: |\n\n", "? |\n", "\ta: 1\n",
        "a: 1\n\t\nb: 2\n", "-\t1\n",
        "a: |\n\t\n", "a: x\u2028y\n", "a: x\x85y\n", "a: x\ufeffy\n", "a: x\x07\n", "a: [\n", "a: *x\n",
        "a: **Note** that\n", "a: ![x](y)\n", "a:\t1\n", "a: @x\n", "just text\n", "",
    ],
)  # fmt: skip
def test_a_text_that_the_fast_reader_may_not_understand_goes_to_the_exact_one(text: str) -> None:
    found = reading(text)

    assert not is_fast(text)
    assert (found.data, found.sound, list(found.problems)) == exactly(text)


def test_a_text_may_be_read_exactly_on_demand() -> None:
    assert read_yaml(Lines("a.yaml", "{a: 1}"), BOUNDS, exact=True).root is not None


def test_a_block_that_nests_natively_too_deep_never_reaches_the_fast_reader() -> None:
    for text in (
        "- " * 50_000 + "x",
        "? " * 50_000,
        "\n".join(" " * n + "a:" for n in range(600)),
        "a: " + "[" * 50_000,
    ):
        found = reading(text)

        assert ["document-too-deep"] == [problem.rule for problem in found.problems]


@pytest.mark.parametrize(
    "piece",
    [
        ",&", "a, 012, ", "- [\n", ": [x", "&a", '":&', '":*', ">#", ", ", ",!", "&x,", "x, *y ", "a, 012 ", ", no",
        "\n\t ", "> \n", "<<", "-0", ":  ",
        "0:", "0_", "1_0.", "_",
        "'yes' ", "# yes\n", "\n# c\n", "\n...", "- ", "[,", "{:", "*a ", "&a ", "!a ", "\n \n", "|\n", "\\", '"',
        "'", "1:1", "e+", "+.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["a: &x b\nc: ", "a: '"])
def test_the_choice_of_the_reader_takes_linear_time(piece: str, before: str) -> None:
    start = time.process_time()
    doubtful_scalars(before + piece * (100_000 // len(piece)))

    assert time.process_time() - start < 1


SCALARS = st.sampled_from([
    "a", "yes", "'no'", '"on"', "off", "**Note**", "*x", "&y v", "&y yes", "&z 012", "&z *x", "&z !Ref b", "!Ref X",
    "!Sub 'x'", "!!str 1",
    "! y", "!x y", "012", "0o7", "1:30", "1:60", "1_0", "_1", "+_1", "1e_0", "_.5", "+5", "-0", "0x1F", "0b1", "1e3",
    "1.5e3", ".5", "-.5", "1.",
    "0.1.0", "08", "1e400", ".inf", ".nan", ".naN", "9" * 30, "2012-10-17", "12:30:45", "null", "~", "", "true",
    "True", "1", "1.0", "No.", "n",
    "a, no, b", "x, *y*, z", "b, 012, c", "*x , y", "no,", "a # yes", "no # x", "no#x", "'a # no'", "a#b", "'#'",
    "'it''s'", '"\\u0041"', '"a\\\n{i} b"',
    "|\n{i}  yes\n{i}  *x", "|-\n{i}  a\n\n{i}  !b\n", ">\n{i}  a\n{i}   b\n{i}  c\n", "|+\n{i}  a\n\n", "|\n",
    "|\n{i}  \ta", "a\n{i}   b, no\n{i}   no, c",
    "'a\n{i}   no, c'", "[a, no]", "{a: on}", "{yes: 1}", "[&y yes]", "{_1: _1}", "<<", "=", "-", "?", "@a", "%a",
    "`a", '"yes": 1', "x: y", "\t1", "1 \t",
])  # fmt: skip
KEYS = st.sampled_from([
    "a", "b", "c", "yes", "'no'", "1", "'1'", "012", "0x1", "null", "~", "true", "<<", "+5", "-0", "on", '"off"',
    "1.0", "k k", "-", "&q z", "&q yes",
    "&q 012", "*x", "? q", "? <<", "? |", "? yes\n{i}", "2012-10-17", "1e3", "1:30", ".5", "_1", "!Ref r", "\u00e9",
])  # fmt: skip
HEADS = st.sampled_from(
    ["", "", "x: &x {p: 1}\n", "x: &x v\n", "# c yes\n", "---\n", "%YAML 1.2\n---\n", "\n", "\t\n", "x: 1\n\t\n"]
)


def indented(indent: int, lines: list[str]) -> str:
    return "\n" + "".join(f"{'  ' * indent}{line}\n".replace("{i}", "  " * indent) for line in lines)


def blocks(depth: int) -> st.SearchStrategy[str]:
    scalars = SCALARS.map(lambda scalar: " " + scalar)
    if depth == 3:
        return scalars
    below = blocks(depth + 1)
    mappings = st.lists(st.builds("{}:{}".format, KEYS, below), min_size=1, max_size=3)
    sequences = st.lists(below.map("-{}".format), min_size=1, max_size=3)
    return scalars | (mappings | sequences).map(lambda lines: indented(depth, lines))


DOCUMENTS = st.builds(
    "{}{}{}".format, HEADS, blocks(0), st.sampled_from(["", "\n", "\n\n", "\n---\na: 1\n", "\n...\n", "\n# no"])
)


def agree(text: str) -> None:
    found = reading(text)

    assert repr(exactly(text)) == repr((found.data, found.sound, list(found.problems)))


@settings(max_examples=250, deadline=None)
@given(DOCUMENTS)
def test_on_documents_with_oddities_both_readers_agree(text: str) -> None:
    agree(text)


@settings(max_examples=120, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | SCALARS,
        lambda below: (
            st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=4) | st.integers(), below, max_size=3)
        ),
        max_leaves=10,
    ),
    st.sampled_from([True, False, None]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
)
def test_on_written_documents_both_readers_agree(
    data: object, flow: bool | None, style: str | None, plain: bool
) -> None:
    agree(yaml.safe_dump(data, default_flow_style=flow, default_style=style, allow_unicode=plain))


WORDS = st.sampled_from(["no", "yes", "012", "1:30", "*a*", "!x", "&y", "text", "**b**", "_1"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=8),
    st.sampled_from([" ", ", ", ". ", "\n  "]),
    st.sampled_from(
        ["a: So {}\n", "a: '{}'\n", "a: |\n  {}\n", "a: >-\n  {}\n", "a: [x, {}]\n", "a:\n  - {}\n", "a: x\n# {}"]
    ),
)
def test_on_prose_both_readers_agree_in_every_style(words: list[str], joint: str, text: str) -> None:
    agree(text.format(joint.join(words)))


@pytest.mark.parametrize(
    "text",
    [
        "a: [x\n  y, !b, z\n  ]\n",
        "- [{b:\n    'c'}, !b]\n",
        "a: [']'\n  , !b]\n",
        "a: &x ['b\n  c', !b]\n",
        "- - ['b', {c:\n  d, !b : e}]\n",
    ],
)
def test_a_comma_of_a_flow_collection_over_lines_is_none_of_a_sentence(text: str) -> None:
    assert not is_fast(text)
    agree(text)
