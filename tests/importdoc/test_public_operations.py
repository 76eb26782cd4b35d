from __future__ import annotations

from specforge.importdoc.public_operations import METHODS, public_operations
from specforge.ir import Body, Parameter
from tests.importdoc.parts import HERE, an_api, an_operation


def test_any_becomes_the_methods_that_its_path_does_not_have_besides() -> None:
    shown = public_operations(an_api(an_operation("ANY", operation_id="all"), an_operation("POST")))

    assert sorted(operation.method for operation in shown) == sorted(METHODS)
    assert {operation.operation_id for operation in shown} == {
        "allGet", "allPut", "allPatch", "allDelete", "allHead", "allOptions", None,
    }  # fmt: skip


def test_methods_without_a_body_get_none_of_any() -> None:
    shown = public_operations(an_api(an_operation("ANY", body=Body(origin=HERE))))

    assert [operation.method for operation in shown if operation.body is None] == ["GET", "HEAD"]


def test_a_greedy_variable_is_a_variable() -> None:
    greedy = Parameter(name="proxy+", location="path", origin=HERE)

    (shown,) = public_operations(an_api(an_operation(path="/files/{proxy+}", parameters=(greedy,))))

    assert (shown.path, [parameter.name for parameter in shown.parameters]) == ("/files/{proxy}", ["proxy"])


def test_the_default_route_is_no_path() -> None:
    assert public_operations(an_api(an_operation("ANY", path="/$default"))) == ()
