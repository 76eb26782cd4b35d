from __future__ import annotations

from textwrap import dedent, indent

import pytest

from specforge.clients.options import Pagination
from specforge.clients.pagination import Pages, find_pages
from tests.lower.documents import api_of


def pages_of(operation: str, configured: Pagination | None = None) -> Pages | None:
    keys = indent(dedent(operation), " " * 6)
    api = api_of(f"paths:\n  /orders:\n    get:\n{keys}")
    return find_pages(api.operations[0], api.schemas, configured)


def listing(token: str, parameter: str, items: str = "orders", more: str = "") -> str:
    fields = f"{token}: {{type: string}}, {items}: {{type: array, items: {{type: string}}}}{more}"
    return f"""
        parameters: [{{name: {parameter}, in: query, schema: {{type: string}}}}]
        responses: {{'200': {{content: {{application/json: {{schema: {{properties: {{{fields}}}}}}}}}}}}}
    """


@pytest.mark.parametrize(
    ("token", "parameter"),
    [
        ("nextToken", "nextToken"),
        ("next_page_token", "page_token"),
        ("nextCursor", "cursor"),
        ("Next-Token", "NextToken"),
    ],
)
def test_the_names_that_apis_use_for_pages_are_known(token: str, parameter: str) -> None:
    found = pages_of(listing(token, parameter))

    assert found is not None
    assert (found.parameter.name, found.token, found.items) == (parameter, token, "orders")


@pytest.mark.parametrize(
    "operation",
    [
        listing("nextToken", "limit"),
        listing("total", "nextToken"),
        listing("nextToken", "nextToken", more=", errors: {type: array, items: {type: string}}"),
        "parameters: [{name: nextToken, in: query, schema: {type: string}}]\nresponses: {'204': {}}",
    ],
    ids=["no parameter", "no token", "two lists", "no body"],
)
def test_what_may_be_no_page_is_left_alone(operation: str) -> None:
    assert pages_of(operation) is None


def test_the_configuration_names_what_no_one_can_guess() -> None:
    operation = listing("resume", "resume", more=", errors: {type: array, items: {type: string}}")

    assert pages_of(operation) is None
    found = pages_of(operation, Pagination(token="resume", items="orders"))
    assert found is not None
    assert (found.token, found.items) == ("resume", "orders")


def test_the_document_has_the_last_word() -> None:
    operation = listing("resume", "cursor") + "\n        x-specforge-pagination: {token: resume, items: orders}\n"

    found = pages_of(operation)

    assert found is not None
    assert (found.parameter.name, found.token) == ("cursor", "resume")
