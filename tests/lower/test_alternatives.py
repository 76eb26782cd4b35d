from __future__ import annotations

from specforge.ir import When
from specforge.lower.alternatives import MOST_ALTERNATIVES, alternatives, find_list, find_mapping
from tests.lower.documents import document


def test_a_plain_node_is_its_only_alternative() -> None:
    root = document("openapi: 3.0.1\nx: {a: 1}").root
    node = root.get("x")
    assert node is not None

    assert [(when, found.value) for when, found in alternatives(node)] == [((), {"a": 1})]


def test_both_branches_of_nested_conditions_are_found_with_their_conditions() -> None:
    root = document(
        """
        openapi: 3.0.1
        x: {"Fn::If": [A, {a: 1}, {"Fn::If": [B, {b: 1}, {Ref: "AWS::NoValue"}]}]}
        """
    ).root
    node = root.get("x")
    assert node is not None

    assert [(when, found.value) for when, found in alternatives(node)] == [
        ((When(condition="A", holds=True),), {"a": 1}),
        ((When(condition="A", holds=False), When(condition="B", holds=True)), {"b": 1}),
    ]


def test_a_reference_may_lead_to_a_condition() -> None:
    root = document(
        """
        openapi: 3.0.1
        x: {$ref: "#/y"}
        y: {"Fn::If": [A, {a: 1}, {$ref: "#/z"}]}
        z: {z: 1}
        """
    ).root
    node = root.get("x")
    assert node is not None

    assert [found.value for _, found in alternatives(node)] == [{"a": 1}, {"z": 1}]


def test_references_to_conditions_that_double_at_each_step_are_bounded() -> None:
    steps = "".join(f'x{n}: {{"Fn::If": [A, {{$ref: "#/x{n + 1}"}}, {{$ref: "#/x{n + 1}"}}]}}\n' for n in range(40))
    node = document("openapi: 3.0.1\n" + steps + "x40: {a: 1}\n").root.get("x0")
    assert node is not None

    assert len(alternatives(node)) <= MOST_ALTERNATIVES


def test_a_condition_that_refers_to_itself_ends() -> None:
    node = document('openapi: 3.0.1\nx: {"Fn::If": [A, {$ref: "#/x"}, {a: 1}]}').root.get("x")
    assert node is not None

    assert {"a": 1} in [found.value for _, found in alternatives(node)]


def test_the_first_branch_that_is_a_mapping_or_a_list_counts() -> None:
    root = document('openapi: 3.0.1\nx: {"Fn::If": [A, {Ref: B}, {"Fn::If": [C, {a: 1}, [2]]}]}').root
    found, listed = find_mapping(root, "x"), find_list(root, "x")

    assert found is not None
    assert found.value == {"a": 1}
    assert listed is not None
    assert listed.value == [2]
    assert find_mapping(root, "y") is None
