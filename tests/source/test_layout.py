"""Values as texts spell them."""

from __future__ import annotations

import pytest

from specforge.source import read_text
from specforge.source.layout import block, flow, json_value, scalar

TEXTS = [
    "",
    " ",
    "a",
    "a b",
    "no",
    "1",
    "1.0",
    "null",
    "~",
    "'",
    '"',
    "\\",
    "#",
    "a #b",
    "a: b",
    "- a",
    "*",
    "&a",
    "!t",
]
MORE = [
    "{}",
    "[]",
    "a,b",
    "%",
    "@",
    "`",
    "|",
    ">",
    "012",
    "1:30",
    "2026-11-24",
    "\t",
    "a\nb",
    "\x85",
    "\u2028",
    "é",
    "😀",
]


@pytest.mark.parametrize("style", [None, "'", '"'])
@pytest.mark.parametrize("text", [*TEXTS, *MORE])
def test_a_scalar_is_read_again_as_it_was(text: str, style: str | None) -> None:
    spelled = scalar(text, style)
    source = read_text(f"a: {spelled}\nb: [{scalar(text, style, in_flow=True)}]\n", "a.yaml")

    assert source.data == {"a": text, "b": [text]}
    assert source.problems == ()


@pytest.mark.parametrize("text", [*TEXTS, *MORE])
def test_a_text_is_a_key_too(text: str) -> None:
    source = read_text("\n".join(block(text, {text: [text]}, "", "  ")), "a.yaml")

    assert source.data == {text: {text: [text]}}


def test_collections_stand_on_one_line_in_flow_style() -> None:
    assert flow({"a": [1, True, None, "x"], "b": {}}) == "{a: [1, true, null, x], b: {}}"


def test_json_has_the_separators_and_the_indentation_of_the_document() -> None:
    assert json_value({"a": "é"}, ascii_only=True, separators=(",", ":")) == '{"a":"\\u00e9"}'
    assert json_value({"a": 1}, ascii_only=False, separators=(",", ": "), indent="\t") == '{\n\t"a": 1\n}'
