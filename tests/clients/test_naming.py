from __future__ import annotations

import pytest

from specforge.clients.naming import UniqueNames, operation_words, path_words, split_words
from tests.lower.documents import api_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("getHTTPResponse-v2", ("get", "http", "response", "v2")),
        ("read_item_items__item_id__get", ("read", "item", "items", "item", "id", "get")),
        ("repos/list", ("repos", "list")),
        ("Größe", ("grosse",)),
        ("注文", ()),
        ("", ()),
    ],
)
def test_names_are_split_into_words(name: str, words: tuple[str, ...]) -> None:
    assert split_words(name) == words


def test_variables_of_a_path_are_read_as_by() -> None:
    assert path_words("/orders/{orderId}/notes") == ("orders", "by", "order", "id", "notes")


def test_an_operation_without_an_id_is_called_after_method_and_path() -> None:
    (operation,) = api_of("paths: {'/orders/{id}': {get: {}}}").operations

    assert operation_words(operation, "orders") == ("get", "orders", "by", "id")


def test_the_name_of_the_group_is_not_said_twice() -> None:
    (operation,) = api_of("paths: {/repos: {get: {operationId: repos/list}}}").operations

    assert operation_words(operation, "repos") == ("list",)


def test_a_name_that_is_taken_gets_a_number_whatever_its_case() -> None:
    names = UniqueNames(["Self"])

    assert [names.take("order"), names.take("ORDER"), names.take("self", "")] == ["order", "ORDER_2", "self2"]
