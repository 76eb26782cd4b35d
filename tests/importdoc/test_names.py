from __future__ import annotations

import pytest

from specforge.importdoc import model_names
from specforge.importdoc.names import capitalised, unique
from specforge.ir import Anything, Kind
from tests.importdoc.parts import HERE, an_api


def names_of(*names: str, kind: Kind = Kind.REST) -> dict[str, str]:
    return dict(model_names(an_api(kind=kind, schemas={name: Anything(origin=HERE) for name in names})))


def test_alphanumeric_names_stay() -> None:
    assert names_of("Order", "order2") == {"Order": "Order", "order2": "order2"}


def test_words_are_joined_with_capitals_in_rest_apis() -> None:
    assert names_of("com.acme.line-item") == {"com.acme.line-item": "comAcmeLineItem"}


def test_a_name_that_is_good_already_is_never_taken_by_another() -> None:
    assert names_of("line-item", "line_item", "lineItem") == {
        "line-item": "lineItem2",
        "line_item": "lineItem3",
        "lineItem": "lineItem",
    }


def test_http_apis_keep_what_openapi_allows() -> None:
    assert names_of("line-item", "a b", kind=Kind.HTTP) == {"line-item": "line-item", "a b": "aB"}


@pytest.mark.parametrize("name", ["", "---", "注文"])
def test_a_name_without_a_single_usable_character_becomes_model(name: str) -> None:
    assert names_of(name) == {name: "Model"}


def test_capitalised_names_begin_with_a_capital() -> None:
    assert capitalised("get /orders/{id}") == "GetOrdersId"


def test_unique_names_count_from_two() -> None:
    assert unique("A", {"A", "A2"}) == "A3"
