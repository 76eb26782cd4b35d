from __future__ import annotations

from pathlib import Path

import pytest

from specforge.config import default_config
from specforge.diagnostics import Report
from specforge.document import open_
from specforge.importdoc import model_names
from specforge.importdoc.names import capitalised, unique
from specforge.ir import Anything, Kind
from specforge.lower import lower
from specforge.source import Files, Source
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


def test_a_schema_of_another_file_is_named_however_it_is_reached(tmp_path: Path) -> None:
    tmp_path.joinpath("pets.yaml").write_text("owner: {type: object}\npet: {properties: {o: {$ref: '#/owner'}}}")
    tmp_path.joinpath("api.yaml").write_text(
        "{openapi: 3.0.1, info: {title: a, version: '1'}, paths: {/pets: {get: {responses: {'200': {description: d,"
        " content: {application/json: {schema: {$ref: 'pets.yaml#/pet'}}}}}}}}}"
    )
    files, report = Files(str(tmp_path)), Report()
    source = files.open(str(tmp_path / "api.yaml"))
    assert isinstance(source, Source)
    (document,) = open_(source, files, report)

    api = lower(document, default_config(files, report), report)

    assert sorted(model_names(api)) == ["owner", "pet"]
