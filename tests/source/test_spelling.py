"""Spelling: each character of a string back to the place where the text spells it, in every style."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from specforge.source import read_text
from specforge.source.composer import compose
from specforge.source.model import BOUNDS
from specforge.source.nodes import SCALAR, Node
from specforge.source.spelling import offsets
from specforge.source.text import Lines


def scalar(text: str) -> Node:
    """Returns the scalar at /a."""
    root = compose(Lines("a.yaml", text), BOUNDS).root
    assert root is not None
    node = root.items[0].value
    assert node is not None
    assert node.kind == SCALAR
    return node


def spelled(text: str) -> list[str]:
    """Returns each character of the string at /a next to what stands at its offset."""
    node = scalar(text)
    value = str(node.data)
    end = len(text[: node.end].rstrip(" \t\r\n")) if node.style is None else node.end
    found = offsets(text, (node.start, end), node.style or "plain", value)
    assert found is not None
    assert len(value) + 1 == len(found)
    return [f"{character}{text[at : at + 1] or '$'}@{at}" for character, at in zip(value, found, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: xy\n", "xx@3 yy@4"),
        ("a: x\n  y\n", "xx@3  \n@4 yy@7"),
        ("a: x \t\n \t y\n", "xx@3  \n@6 yy@10"),
        ("a: x\r\n  y\r\n", "xx@3  \r@4 yy@8"),
        ("a: 'x''y'\n", "xx@4 ''@5 yy@7"),
        ("a: ''''\n", "''@4"),
        ("a: 'x\n  y'\n", "xx@4  \n@5 yy@8"),
        ('a: "x\\ty"\n', "xx@4 \t\\@5 yy@7"),
        ('a: "\\x41\\u00e9\\U0001F600z"\n', "A\\@4 \u00e9\\@8 \U0001f600\\@14 zz@24"),
        ('a: "\\"\\\\\\/z"\n', '"\\@4 \\\\@6 /\\@8 zz@10'),
        ('a: "\\0\\a\\b\\e\\f\\v\\_z"\n', "\0\\@4 \a\\@6 \b\\@8 \x1b\\@10 \f\\@12 \v\\@14 \xa0\\@16 zz@18"),
        ('a: "x\\\n   y"\n', "xx@4 yy@10"),
        ('a: "x \\\n  \\ y"\n', "xx@4   @5  \\@10 yy@12"),
        ('a: "x\\\r\n  y"\r\n', "xx@4 yy@10"),
    ],
)
def test_flow_scalars(text: str, expected: str) -> None:
    assert expected == " ".join(spelled(text))


@pytest.mark.parametrize(
    ("text", "value", "at"),
    [
        ("a: x\n\n\n  y\n", "x\n\ny", 9), ("a: 'x\n\n  y'\n", "x\ny", 9), ('a: "x\n\n  y"\n', "x\ny", 9),
        ("a: |\n  x\n  y\n", "x\ny\n", 11), ("a: |-\n  x\n  y\n", "x\ny", 12), ("a: |+\n  x\n  y\n\n", "x\ny\n\n", 12),
        ("a: |2-\n    x\n  y\n", "  x\ny", 15), ("a: |-2\n    x\n  y\n", "  x\ny", 15),
        ("a: | # c\n  x\n  y\n", "x\ny\n", 15),
        ("a: |\n   x\n    y\n", "x\n y\n", 14), ("a: |\n\n  x\n  y\n", "\nx\ny\n", 12),
        ("a: |\r\n  x\r\n  y\r\n", "x\ny\n", 13),
        ("a: >\n  x\n  y\n", "x y\n", 11), ("a: >-\n  x\n\n  y\n", "x\ny", 13), ("a: >+\n  x\n  y\n\n", "x y\n\n", 12),
        ("a: >\n  x\n    z\n  y\n", "x\n  z\ny\n", 17), ("a: >\n  x\n\n    z\n\n  y\n", "x\n\n  z\n\ny\n", 19),
        ("a: >\n\n  x\n  y\n", "\nx y\n", 12), ("a: >1\n  x\n y\n", " x\ny\n", 11),
        ("a: >\r\n  x\r\n  y\r\n", "x y\n", 13),
        ("a: >\n  x\n  \ty\n", "x\n\ty\n", 12), ("a: |\n  x\n \n  y\n", "x\n\ny\n", 13),
    ],
)  # fmt: skip
def test_folding_and_chomping(text: str, value: str, at: int) -> None:
    node = scalar(text)
    found = offsets(text, (node.start, node.end), node.style or "plain", value)

    assert value == node.data
    assert found is not None
    assert (at, "y") == (found[value.index("y")], text[at])


def test_a_reading_that_differs_is_not_trusted() -> None:
    assert offsets("'ab'", (0, 4), "'", "ac") is None
    assert offsets("ab", (0, 2), "plain", "abc") is None
    assert offsets("|\n  ab\n", (0, 7), "|", "ac\n") is None
    assert offsets("no header", (0, 9), "|", "x") is None
    assert offsets("|\n", (0, 2), "|", "") is None


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ('"ab"', "ab", [1, 2, 3]),
        ('""', "", [1]),
        ('"\\"\\\\\\/\\n"', '"\\/\n', [1, 3, 5, 7, 9]),
        ('"\\ud83d\\ude00x"', "\U0001f600x", [1, 13, 14]),
        ('"\\ud83dx"', "\ufffdx", [1, 7, 8]),
        ('"\\ude00\\ud83d"', "\ufffd\ufffd", [1, 7, 13]),
        ('"\\u00e9\U0001f600"', "\u00e9\U0001f600", [1, 7, 8]),
    ],
)
def test_json(text: str, value: str, expected: list[int]) -> None:
    assert expected == offsets(text, (0, len(text)), "json", value)


CHARACTERS = "abc d\n\n  \t'\"\\:#-\u00e9\U0001f600\xa0,[]{}&*!|>%@?~="


def by_pyyaml(value: str, style: str | None, width: int, break_: str) -> str:
    return str(yaml.dump({"a": value}, default_style=style, width=width, allow_unicode=True, line_break=break_))


def by_ruamel(value: str, style: str | None, width: int, break_: str) -> str:
    writer = YAML()
    writer.width = width
    vars(writer)["default_style"] = style
    stream = io.StringIO()
    writer.dump({"a": value}, stream)
    return stream.getvalue().replace("\n", break_)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from(CHARACTERS), max_size=50),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([5, 20, 80]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([by_pyyaml, by_ruamel]),
)
def test_every_offset_of_a_written_string_leads_to_its_character(
    value: str, style: str | None, width: int, break_: str, write: Any
) -> None:
    text = write(value, style, width, break_)
    source = read_text(text, "a.yaml")
    if (
        not source.sound
        or not isinstance(source.data, dict)
        or source.data.get("a") != value
        or not value.strip("\n\t ")
    ):
        return  # what a writer breaks is no matter of ours; blanks alone have the place of the whole
    node = scalar(text)
    end = len(text[: node.end].rstrip(" \t\r\n")) if node.style is None else node.end
    found = offsets(text, (node.start, end), node.style or "plain", value)
    assert found is not None
    allowed = {" ": " \r\n", "\n": "\r\n"}

    assert sorted(found) == found
    for character, at in zip(value, found, strict=False):
        there = text[at : at + 1]
        assert (
            there == character
            or there in allowed.get(character, "")
            or (node.style == '"' and there == "\\")
        ), (character, there)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.booleans())
def test_every_offset_of_a_json_string_leads_to_its_character(value: str, escaped: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped)
    found = offsets(text, (0, len(text)), "json", value)
    assert found is not None

    assert all(text[at] in (character, "\\") for character, at in zip(value, found, strict=False))
    assert value == "".join(json.loads(f'"{text[start:end]}"') for start, end in pairwise(found))
