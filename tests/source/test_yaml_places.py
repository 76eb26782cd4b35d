"""Places in YAML: keys, values, and the aliases and merge keys on the way to them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.diagnostics import Pointer
from specforge.source import BOUNDS, Data
from specforge.source.composer import compose
from specforge.source.text import Lines
from specforge.source.yaml import read_yaml
from specforge.source.yaml_places import Tree


def marked(text: str, *pointer: str | int) -> tuple[str, str, list[str]]:
    """Returns what stands at the key, at the value, and at each hop."""
    key, value, _, _, hops = Tree(Lines("a.yaml", text), BOUNDS).find(pointer)
    return text[slice(*key)], text[slice(*value)], [f"{kind} {text[start:end]}" for kind, start, end in hops]


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("", (), "", ""), ("# c\n", ("a",), "", ""), ("x", (), "x", "x"), ("a:\n- b\n- c\n", ("a", 1), "c", "c"),
        ("- - 1\n  - 2\n", (0, 1), "2", "2"), ("'k k': 1\n", ("k k",), "'k k'", "1"),
        ('"\\x41": 1\n', ("A",), '"\\x41"', "1"),
        ("? |\n  k\n: v\n", ("k\n",), "|\n  k\n", "v"), ("? [x, y]\n: z\n", ("[x, y]",), "[x, y]", "z"),
        ("1: {2: 3}\n", ("1", "2"), "2", "3"),
        ("a: ''\n", ("a",), "a", "''"), ("a: [ ]\n", ("a",), "a", "[ ]"), ("a: &x\nb: 1\n", ("a",), "a", "a"),
        ("a: !!str\nb: 1\n", ("a",), "a", "a"),
        ("a: {b, c: }\n", ("a", "b"), "b", "b"), ("a: {b, c: }\n", ("a", "c"), "c", "c"),
        ("a: !Sub\nb: 1\n", ("a", "Fn::Sub"), "!Sub", "!Sub"),
        ("a: [1, 2]\n", ("a", -1), "a", "[1, 2]"), ("a: [1, 2]\n", ("a", "1"), "a", "[1, 2]"),
        ("a: [1, 2]\n", ("a", 2), "a", "[1, 2]"),
        ("a: 1\nb:\n  c: 1\n", ("b", "zz", 0), "b", "c"), ("a: {b: 1, b: 2}\n", ("a", "b"), "b", "2"),
        ("a: {<<: 1}\n", ("a", "<<"), "<<", "1"),
        ("a: 1\nb: *u\n", ("a",), "a", "1"), ("a:   |\n\n   z\nb: 1\n", ("a",), "a", "|\n\n   z"),
        ("a: x # c\n", ("a",), "a", "x"),
    ],
)  # fmt: skip
def test_a_pointer_has_the_place_of_its_key_and_value(text: str, pointer: Pointer, key: str, value: str) -> None:
    assert (key, value, []) == marked(text, *pointer)


@pytest.mark.parametrize(
    ("text", "pointer", "value", "hops"),
    [
        ("a: &a [1, {z: 3}]\nb: *a\n", ("b", 1, "z"), "3", ["alias *a"]),
        ("a: &a [1]\nb: *a\n", ("b",), "*a", []),
        ("a: &a [1]\nb: &b {c: *a}\nd: *b\n", ("d", "c", 0), "1", ["alias *b", "alias *a"]),
        ("a: &a {x: {y: 1}}\nb: {<<: *a}\n", ("b", "x", "y"), "1", ["merge <<"]),
        ("b: {<<: {x: 1}}\n", ("b", "x"), "1", ["merge <<"]),
        ("b: {<<: [{x: 1}, {x: 2, y: 3}]}\n", ("b", "y"), "3", ["merge <<"]),
        ("b: {<<: [{x: 1}, {x: 2}]}\n", ("b", "x"), "1", ["merge <<"]),
        ("a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b}\n", ("c", "x"), "1", ["merge <<", "merge <<"]),
        ("a: &a {x: 1}\nb: {<<: *a, x: 2}\n", ("b", "x"), "2", []),
        ("a: &a {x: 1}\nb: {x: 2, <<: *a}\n", ("b", "x"), "2", []),
        ("a: &a {x: 1}\nb: {<<: *a}\nc: *a\n", ("c", "x"), "1", ["alias *a"]),
        ("a: &a {x: 1}\nb: {y: 1, <<: *a}\n", ("b", "q"), "{y", []),
    ],
)
def test_the_way_through_aliases_and_merge_keys_is_told(
    text: str, pointer: Pointer, value: str, hops: list[str]
) -> None:
    assert (value, hops) == marked(text, *pointer)[1:]


@pytest.mark.parametrize(
    ("text", "string", "style"),
    [("a: x\n", "x", "plain"), ("a: 'x'\n", "x", "'"), ('a: "\\n"\n', "\n", '"'), ("a: |\n  x\n", "x\n", "|"),
    ("a: >-\n  x\n", "x", ">"),
     ("a: 1\n", None, "plain"), ("a: [x]\n", None, "flow")],
)  # fmt: skip
def test_a_string_is_told_with_its_style(text: str, string: str | None, style: str) -> None:
    assert (string, style) == Tree(Lines("a.yaml", text), BOUNDS).find(("a",))[2:4]


def test_nodes_that_reading_has_made_are_used() -> None:
    lines = Lines("a.yaml", "a: !Ref x\n")
    root = read_yaml(lines, BOUNDS).root

    assert root is not None
    assert Tree(Lines("a.yaml", "a: other text\n"), BOUNDS, root).find(("a", "Ref"))[2] == "x"


def test_a_chain_of_merges_and_aliases_is_followed_to_its_end() -> None:
    text = "a0: &a0 {k: 1}\n" + "".join(f"a{n}: &a{n} {{<<: *a{n - 1}}}\n" for n in range(1, 190))

    assert ("1", ["merge <<"] * 189) == marked(text, "a189", "k")[1:]


KEYS = st.text(st.sampled_from("abc -:"), max_size=3)
VALUES = st.recursive(
    st.none() | st.integers() | st.text(st.sampled_from("ab :#-'\"\n\u00e9"), max_size=6),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=10,
)  # fmt: skip


def leaves(data: Data, pointer: Pointer = ()) -> list[tuple[Pointer, Data]]:
    match data:
        case dict():
            return [leaf for key, value in data.items() for leaf in leaves(value, (*pointer, key))]
        case list():
            return [leaf for index, value in enumerate(data) for leaf in leaves(value, (*pointer, index))]
        case _:
            return [(pointer, data)]


@settings(max_examples=120, deadline=None)
@given(VALUES, st.sampled_from([True, False, None]), st.sampled_from([2, 4]))
def test_at_the_place_of_every_leaf_stands_the_leaf(data: Data, flow: bool | None, indent: int) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, indent=indent, allow_unicode=True)
    lines = Lines("a.yaml", text)
    tree = Tree(lines, BOUNDS)
    for pointer, value in leaves(read_yaml(lines, BOUNDS).data):
        key, place, string, _, _ = tree.find(pointer)
        if isinstance(value, str):
            assert value == string
        if not isinstance(value, str) or "\n" not in value:
            again = compose(Lines("a.yaml", text[slice(*place)].replace("\n", " ")), BOUNDS).root
            assert again is None or value in (again.data, None) or isinstance(value, str)
        assert key <= place
