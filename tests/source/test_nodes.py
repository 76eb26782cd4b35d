"""Nodes: what a merge key merges, what a tag wraps, and how large a node is through its aliases."""

from __future__ import annotations

import pytest

from specforge.source.nodes import ALIAS, MAPPING, SCALAR, SEQUENCE, Node, split_scalar, wrapped


def alias_of(target: Node) -> Node:
    node = Node(ALIAS, 0, 2)
    node.target = target
    return node


def sequence_of(*children: Node) -> Node:
    node = Node(SEQUENCE, 0, 9, [])
    node.children = list(children)
    return node


def test_a_node_is_itself_and_an_alias_its_target() -> None:
    target = Node(SCALAR, 0, 1, "x")

    assert target is target.real()
    assert target is alias_of(target).real()


def test_size_and_height_go_up_with_every_child() -> None:
    root, inner = Node(SEQUENCE, 0, 9, []), Node(SEQUENCE, 1, 3, [])
    inner.adopt(Node(SCALAR, 1, 2, "x"))
    root.adopt(inner)
    root.adopt(inner)

    assert (2, 1) == (inner.size, inner.height)
    assert (5, 2) == (root.size, root.height)


def test_a_merge_takes_mappings_and_lists_of_mappings_through_aliases() -> None:
    mapping = Node(MAPPING, 0, 2, {})

    assert [mapping] == mapping.sources()
    assert [mapping] == alias_of(mapping).sources()
    assert [mapping, mapping] == sequence_of(mapping, alias_of(mapping)).sources()
    assert [mapping] == alias_of(sequence_of(mapping)).sources()
    assert [] == sequence_of().sources()


def test_a_merge_takes_nothing_else() -> None:
    scalar, mapping = Node(SCALAR, 0, 1, "x"), Node(MAPPING, 0, 2, {})

    assert scalar.sources() is None
    assert sequence_of(mapping, scalar).sources() is None
    assert sequence_of(sequence_of(mapping)).sources() is None


def test_a_tagged_node_is_the_value_of_a_mapping_whose_key_is_the_tag() -> None:
    inner = Node(SCALAR, 5, 6, "X")
    outer = wrapped(inner, "Ref", (0, 4))

    assert (MAPPING, {"Ref": "X"}, 0, 6) == (outer.kind, outer.data, outer.start, outer.end)
    assert [("Ref", 0, 4, inner)] == [(item.key, item.start, item.end, item.value) for item in outer.items]


@pytest.mark.parametrize(
    ("style", "text", "start", "end", "expected"),
    [
        (None, "A.B", 10, 13, [("A", 10, 11), ("B", 12, 13)]),
        ("'", "A.B", 10, 15, [("A", 11, 12), ("B", 13, 14)]),
        (None, "Ab.C.D", 0, 6, [("Ab", 0, 2), ("C.D", 3, 6)]),
        (None, "A", 0, 1, [("A", 0, 1)]),
        (None, "", 4, 4, [("", 4, 4)]),
        (None, "A.", 0, 2, [("A", 0, 1), ("", 2, 2)]),
    ],
)
def test_the_halves_of_an_attribute_have_places_of_their_own(
    style: str | None, text: str, start: int, end: int, expected: list[tuple[str, int, int]]
) -> None:
    node = Node(SCALAR, start, end, text)
    node.style = style
    split_scalar(node, text)

    assert expected == [(child.data, child.start, child.end) for child in node.children]
    assert (SEQUENCE, [data for data, _, _ in expected]) == (node.kind, node.data)
