"""Headers declared where AWS wants them."""

from __future__ import annotations

from specforge.expand.responses import text_header, with_headers
from specforge.ir import Scalar
from tests.lower.documents import operation_of


def test_headers_are_declared_by_the_response_of_the_status_alone() -> None:
    operation = operation_of("responses: {'200': {headers: {vary: {}}}, '404': {}}")

    found = with_headers(operation, "200", ["Vary", "X-A"], operation.origin)

    assert [[header.name for header in response.headers] for response in found.responses] == [["vary", "X-A"], []]


def test_a_status_without_a_response_of_its_own_is_of_its_hundred() -> None:
    operation = operation_of("responses: {'200': {}, 4xx: {}, 5XX: {}, '502': {}}")

    found = with_headers(with_headers(operation, "400", ["A"], operation.origin), "502", ["B"], operation.origin)

    assert [[header.name for header in response.headers] for response in found.responses] == [[], ["A"], [], ["B"]]


def test_a_declared_header_is_text() -> None:
    operation = operation_of("responses: {}")

    assert isinstance(text_header("X-A", operation.origin).schema, Scalar)
