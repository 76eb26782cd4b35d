"""The exact reader: anchors, aliases, merge keys, keys of all kinds, and bounds on what they amount to."""

from __future__ import annotations

import time
from typing import Any

import pytest

from specforge.source.composer import Composed, compose
from specforge.source.model import BOUNDS, Bounds, Data
from specforge.source.text import Lines

LARGE = "alias-expansion-too-large"


def composed(text: str, bounds: Bounds = BOUNDS) -> Composed:
    return compose(Lines("a.yaml", text), bounds)


def data(text: str) -> Data:
    found = composed(text)
    assert ([], True) == (found.problems, found.sound)
    return found.root.data if found.root is not None else None


def told(text: str, bounds: Bounds = BOUNDS) -> list[tuple[Any, ...]]:
    return [
        (problem.rule, problem.span and problem.span[1:3], problem.pointer)
        for problem in composed(text, bounds).problems
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None), ("# c\n", None), ("---\n", None), ("a", "a"), ("- a\n-\n", ["a", None]),
        ("{a, b: }", {"a": None, "b": None}),
        ("a: [b: c]\n", {"a": [{"b": "c"}]}), ("? a\n", {"a": None}), ("? a\n: b\n", {"a": "b"}),
        ("'a': b\n", {"a": "b"}),
        ("200: a\n1.10: b\n~: c\ntrue: d\n", {"200": "a", "1.10": "b", "~": "c", "true": "d"}),
        ("? |\n  k\n: v\n", {"k\n": "v"}), ("a: x\u2028y\x85z\n", {"a": "x\u2028y\x85z"}),
        ("a: |+\n  x\n\n", {"a": "x\n\n"}),
        ("a: |\n  x", {"a": "x\n"}), ("a: |-\n  x", {"a": "x"}), ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
    ],
)  # fmt: skip
def test_a_text_becomes_plain_data(text: str, expected: Data) -> None:
    assert expected == data(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", {"a": 1, "b": 1}), ("a: &x\nb: *x\n", {"a": None, "b": None}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}), ("k: &x key\n*x : v\n", {"k": "key", "key": "v"}),
        ("&x k: v\nb: *x\n", {"k": "v", "b": "k"}), ("a: &x [1]\nb: [*x, *x]\n", {"a": [1], "b": [[1], [1]]}),
        ("a: &x '012'\nb: *x\n", {"a": "012", "b": "012"}),
    ],
)  # fmt: skip
def test_an_alias_stands_for_the_last_node_of_its_anchor(text: str, expected: Data) -> None:
    assert expected == data(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b: {<<: {x: 1}}\n", {"x": 1}),
        ("b: {x: 2, <<: {x: 1, y: 1}}\n", {"x": 2, "y": 1}),
        ("b: {<<: {x: 1, y: 1}, x: 2}\n", {"x": 2, "y": 1}),
        ("b: {<<: [{x: 1}, {x: 2, y: 2}]}\n", {"x": 1, "y": 2}),
        ("b: {<<: {x: 1}, <<: {x: 2, y: 2}}\n", {"x": 1, "y": 2}),
        ("b: {<<: {<<: {x: 1}, y: 1}}\n", {"x": 1, "y": 1}),
        ("b: {<<: {}}\n", {}),
        ("b: {<<: []}\n", {}),
        ("b: {!!merge <<: {x: 1}}\n", {"x": 1}),
        ("b: {'<<': {x: 1}}\n", {"<<": {"x": 1}}),
        ('b: {"<<": {x: 1}}\n', {"<<": {"x": 1}}),
        ("b: {? << : {x: 1}}\n", {"x": 1}),
    ],
)
def test_a_merge_key_adds_what_the_mapping_lacks(text: str, expected: Data) -> None:
    assert {"b": expected} == data(text)


def test_merged_keys_stand_where_the_merge_key_stands() -> None:
    found = data("a: &a {x: 1, y: 1}\nb: {p: 1, <<: *a, q: 1}\n")
    assert isinstance(found, dict)

    assert ["p", "x", "y", "q"] == [*found["b"]]  # type: ignore[misc]  # a mapping


def test_a_merge_leaves_the_mapping_that_it_merges_alone() -> None:
    assert {"a": {"x": 1}, "b": {"x": 2}} == data("a: &a {x: 1}\nb: {<<: *a, x: 2}\n")


@pytest.mark.parametrize("value", ["1", "", "x", "[1]", "[{x: 1}, 2]", "[[]]"])
def test_a_merge_of_what_is_no_mapping_is_told_and_stays_a_key(value: str) -> None:
    assert [("merge-key-without-mapping", (1, 5), ("b", "<<"))] == told(f"b: {{<<: {value}}}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &a [*a]\n", [("alias-cycle", (1, 8), ("a", 0))]),
        ("a: &a {b: {c: *a}}\n", [("alias-cycle", (1, 15), ("a", "b", "c"))]),
        ("a: &a\n  <<: *a\n", [("alias-cycle", (2, 7), ("a", "<<")), ("merge-key-without-mapping", (2, 3),
        ("a", "<<"))]),
        ("a: *b\n", [("yaml-syntax-error", (1, 4), ("a",))]),
        ("*b : a\n", [("yaml-syntax-error", (1, 1), ())]),
        ("a: &b 1\n---\nc: *b\n", [("multiple-documents", (2, 1), ())]),
        ("{a: 1, b: 2, a: 3, a: 4}", [("duplicate-key", (1, 14), ("a",)), ("duplicate-key", (1, 20), ("a",))]),
        ("1: a\n'1': b\n", [("duplicate-key", (2, 1), ("1",))]),
        ("x: [{'a': 1, \"a\": 2}]\n", [("duplicate-key", (1, 14), ("x", 0, "a"))]),
        ("? [a, b]\n: c\n", [("mapping-key-not-scalar", (1, 3), ("[a, b]",))]),
        ("{a: 1}: c\n", [("mapping-key-not-scalar", (1, 1), ("{a: 1}",))]),
        ("a: [.inf, 1e999]\n", [("number-out-of-range", (1, 5), ("a", 0)), ("number-out-of-range", (1, 11), ("a", 1))]),
        ("- yes\n- {no: on}\n", [
            ("ambiguous-yaml-scalar", (1, 3), (0,)),
            ("ambiguous-yaml-scalar", (2, 4), (1, "no")),
            ("ambiguous-yaml-scalar", (2, 8), (1, "no")),
        ]),
        ("a: 'x\n", [("yaml-syntax-error", (2, 1), ("a",))]),
        ("a: }\n", [("yaml-syntax-error", (1, 4), ("a",))]),
        ("a: @x\n", [("yaml-syntax-error", (1, 4), ("a",))]),
        ("a: 1\n b: 2\n", [("yaml-syntax-error", (2, 3), ("a",))]),
        ("a:\n  b: 1\n c: 2\n", [("yaml-syntax-error", (3, 2), ())]),
        ('a: "\\q"\n', [("yaml-syntax-error", (1, 5), ("a",))]),
        ("a: 1\n\t\nb: 2\n", [("tab-indentation", (2, 1), ("a",))]),
        ("-\t- 1\n", [("tab-indentation", (1, 2), ())]),
        ("a: |\n  x\n\tb: 1\n", [("tab-indentation", (3, 1), ("a",))]),
    ],
)  # fmt: skip
def test_a_fault_has_a_name_a_place_and_a_pointer(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [(rule, place) for rule, place, _ in expected] == [(rule, place) for rule, place, _ in told(text)]
    if composed(text).sound:
        assert expected == told(text)


def test_a_syntax_error_names_where_the_open_thing_began() -> None:
    (problem,) = composed("a: 1\nb: [1,\n  2\nc: 3\n").problems

    assert problem.message.endswith("begins on line 2")


def test_of_a_broken_text_what_stands_before_is_kept_as_nodes() -> None:
    found = composed("a: {b: 1}\nc: [2\n")

    assert not found.sound
    assert found.root is not None
    assert ["a", "c"] == [item.key for item in found.root.items]


def test_no_tag_makes_an_object() -> None:
    assert {"a": ["id"]} == composed("a: !!python/object/apply:os.system [id]\n").root.data  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a0: &a0 [1]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 60)), LARGE),
        ("a0: &a0 {}\n" + "".join(f"a{n}: &a{n} {{x: *a{n - 1}, y: *a{n - 1}}}\n" for n in range(1, 60)), LARGE),
        ("a0: &a0 {}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 60)), LARGE),
        ("a: &a [" + "1," * 3000 + "]\nb: [" + "*a," * 3000 + "]\n", LARGE),
        ("a: &a [" + "1," * 100 + "]\nb: [" + "*a," * 100 + "]\n", None),
        ("a: &a {" + "".join(f"k{n}: 1," for n in range(500)) + "}\nb: [" + "{<<: *a}," * 500 + "]\n", None),
        ("a0: &a0 [1]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300)), "document-too-deep"),
        ("[" * 300, "document-too-deep"),
    ],
    ids=["lists", "mappings", "merges", "wide", "some", "wide merge", "deep by aliases", "deep"],
)
def test_a_small_text_does_not_become_large_data(text: str, rule: str | None) -> None:
    start = time.process_time()
    found = composed(text, Bounds(nodes=1_000_000))

    assert ([rule] if rule else []) == [problem.rule for problem in found.problems]
    assert (rule is None) == found.sound
    assert time.process_time() - start < 3


def test_a_flood_of_faults_is_cut() -> None:
    assert 1000 == len(told("a: 1\n" * 3000))
