from __future__ import annotations

from typing import Any

from specforge.ir import Operation, When
from tests.importdoc.parts import an_api, an_operation, rules_of, written

NO_VALUE = {"Ref": "AWS::NoValue"}


def under(condition: str, *, holds: bool = True) -> tuple[When, ...]:
    return (When(condition=condition, holds=holds),)


def paths_of(*operations: Operation, **options: Any) -> Any:
    return written(an_api(*operations), **options)[0]["paths"]


def id_of(operation: Any) -> str:
    return str(operation["operationId"])


def test_operations_are_gathered_by_path_in_the_order_of_the_document() -> None:
    paths = paths_of(an_operation("POST", "/b"), an_operation("GET", "/a"), an_operation("ANY", "/b"))

    assert {path: list(item) for path, item in paths.items()} == {
        "/b": ["post", "x-amazon-apigateway-any-method"],
        "/a": ["get"],
    }


def test_default_route_gets_the_slash_that_the_importer_wants() -> None:
    assert list(paths_of(an_operation("ANY", "$default", is_default_route=True))) == ["/$default"]


def test_each_trace_operation_is_named_when_it_is_left_out() -> None:
    document, findings = written(an_api(an_operation("TRACE", "/a"), an_operation("TRACE", "/b")))

    assert document["paths"] == {}
    assert rules_of(findings) == ["method-not-importable", "method-not-importable"]
    assert [finding.message[-8:] for finding in findings] == ["TRACE /a", "TRACE /b"]


def test_first_branch_wins_in_a_document_without_conditions() -> None:
    first = an_operation(operation_id="first", when=under("IsProd"))
    second = an_operation(operation_id="second", when=under("IsProd", holds=False))

    document, findings = written(an_api(first, second))

    assert id_of(document["paths"]["/orders"]["get"]) == "first"
    assert rules_of(findings) == ["condition-flattened"]


def test_a_condition_of_one_method_is_kept_at_the_method() -> None:
    first = an_operation(operation_id="first", when=under("IsProd"))
    second = an_operation(operation_id="second", when=under("IsProd", holds=False))

    item = paths_of(first, second, an_operation("PUT"), conditions="keep")["/orders"]

    condition, then, otherwise = item["get"]["Fn::If"]
    assert (condition, id_of(then), id_of(otherwise)) == ("IsProd", "first", "second")
    assert "responses" in item["put"]


def test_a_condition_of_all_methods_is_kept_at_the_path() -> None:
    operations = [an_operation(method, when=under("IsProd")) for method in ("GET", "PUT")]

    item = paths_of(*operations, conditions="keep")["/orders"]

    assert list(item) == ["Fn::If"]
    assert item["Fn::If"][0] == "IsProd"
    assert list(item["Fn::If"][1]) == ["get", "put"]
    assert item["Fn::If"][2] == NO_VALUE


def test_conditions_nest() -> None:
    inner = under("A") + under("B")

    item = paths_of(an_operation(when=inner), an_operation("PUT"), conditions="keep")["/orders"]["get"]

    assert item["Fn::If"][0] == "A"
    assert item["Fn::If"][1]["Fn::If"][0] == "B"
    assert item["Fn::If"][1]["Fn::If"][2] == item["Fn::If"][2] == NO_VALUE
