from __future__ import annotations

from pathlib import Path

import pytest
from openapi_spec_validator import validate

from bench.grow import grow, prefixes, write


@pytest.mark.parametrize("resources", [2, 10, 19, 75, 290, 300])
def test_has_exactly_the_resources_asked_for(resources: int) -> None:
    paths = grow(resources)["paths"]

    assert len({"/"}.union(*map(prefixes, paths))) == resources


@pytest.mark.parametrize("resources", [1, 301])
def test_refuses_what_api_gateway_could_not_take(resources: int) -> None:
    with pytest.raises(ValueError, match="2 to 300"):
        grow(resources)


def test_grown_document_is_valid_openapi() -> None:
    validate(grow(40))


def test_operation_ids_stay_unique() -> None:
    operations = [operation for item in grow(120)["paths"].values() for operation in item.values()]
    ids = [operation["operationId"] for operation in operations if "operationId" in operation]

    assert len(ids) == len(set(ids)) > 100


@pytest.mark.parametrize("name", ["orders.yaml", "orders.json"])
def test_writes_the_same_bytes_every_time(tmp_path: Path, name: str) -> None:
    first, second = tmp_path / "first" / name, tmp_path / "second" / name
    for to in (first, second):
        to.parent.mkdir()
        write(grow(30), to)

    assert first.read_bytes() == second.read_bytes()
