from __future__ import annotations

from typing import Any

import pytest

from specforge.document import Cursor
from specforge.ir import Deferred, Text
from tests.lower.documents import document

ROOT = """
openapi: 3.0.1
map: {a: 1, b: {c: x}}
list: [1, {a: 2}]
one: {$ref: "#/two"}
two: {$ref: "#/map"}
loop: {$ref: "#/loop"}
lost: {$ref: "#/nowhere"}
when: {"Fn::If": [A, {a: 1}, {"Fn::If": [B, {Ref: "AWS::NoValue"}, {b: 2}]}]}
"""


def root() -> Cursor:
    return document(ROOT).root


def test_children_are_reached_by_key_and_index() -> None:
    node = root().at("list", 1, "a")

    assert (node.value, node.path()) == (2, "/list/1/a")


@pytest.mark.parametrize(
    ("keys", "path"),
    [(("map", "z"), "/map"), (("list", 7), "/list"), (("list", "a"), "/list"), (("map", "a", 0), "/map/a")],
)
def test_a_step_to_nowhere_stays_where_it_was(keys: tuple[Any, ...], path: str) -> None:
    assert root().at(*keys).path() == path


def test_questions_of_the_wrong_kind_get_nothing() -> None:
    node = root()

    assert node.item(0) is None
    assert node.get("gone") is None
    assert node.mapping("list") is None
    assert node.sequence("map") is None
    listed = node.sequence("list")
    assert listed is not None
    assert list(listed.items()) == []
    assert listed.get("a") is None
    assert list(node.elements()) == []
    assert [element.value for element in listed.elements()] == [1, {"a": 2}]


def test_references_are_followed_and_every_hop_is_kept() -> None:
    node = root().get("one")
    assert node is not None
    found = node.follow()

    assert (found.value, found.path()) == ({"a": 1, "b": {"c": "x"}}, "/map")
    assert [hop.origin.path() for hop in found.hops()] == ["/two/$ref", "/one/$ref"]
    assert [hop.origin.path() for hop in found.at("b", "c").hops()] == ["/two/$ref", "/one/$ref"]


@pytest.mark.parametrize("key", ["lost", "map"])
def test_what_leads_nowhere_is_itself(key: str) -> None:
    node = root().get(key)
    assert node is not None

    assert node.follow() is node


def test_a_reference_to_itself_ends() -> None:
    node = root().get("loop")
    assert node is not None

    assert node.follow().path() == "/loop"


def test_branches_of_conditions_come_with_their_conditions() -> None:
    node = root().get("when")
    assert node is not None

    assert [(when, branch.value) for when, branch in node.branches()] == [
        ((("A", True),), {"a": 1}),
        ((("A", False), ("B", False)), {"b": 2}),
    ]


@pytest.mark.parametrize(
    ("spelling", "number", "flag", "words"),
    [
        ("1", 1, None, "1"),
        ("2.0", 2, None, "2.0"),
        ("1.5", None, None, "1.5"),
        ("'12'", 12, None, "12"),
        ("'-1'", -1, None, "-1"),
        ("true", None, True, "true"),
        ("'False'", None, False, "False"),
        ("x", None, None, "x"),
        ("[1]", None, None, None),
        ("", None, None, None),
    ],
)
def test_scalars_are_read_leniently(spelling: str, number: int | None, flag: bool | None, words: str | None) -> None:
    node = document(f"openapi: 3.0.1\nx: {spelling}").root

    assert (node.integer("x"), node.flag("x"), node.words("x")) == (number, flag, words)


def test_expressions_are_handed_out_as_such() -> None:
    node = document("openapi: 3.0.1\nx: !Ref Name\ny: a-${b}\nz: plain").root
    deferred = Deferred("cloudformation", "Name", {"Ref": "Name"})
    child = node.get("x")
    assert child is not None

    assert node.text("x") == Text((deferred,))
    assert (node.integer("x"), node.flag("x"), node.string("x"), node.words("x")) == (deferred, deferred, None, None)
    assert child.is_expression
    assert node.text("y") == Text(("a-", Deferred("terraform", "b", "${b}")))
    assert node.text("y", placeholders=False) == Text(("a-${b}",))
    assert (node.text("gone"), node.string("z")) == (None, "plain")
