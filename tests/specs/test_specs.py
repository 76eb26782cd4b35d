from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate
from ruamel.yaml import YAML

from tests.required import ROOT

SPECS = ROOT / "specs"
DOCUMENTS = sorted(path for path in SPECS.glob("*.yaml") if not path.name.endswith(".specforge.yaml"))
VERBS = ("get", "put", "post", "patch", "delete", "options", "x-amazon-apigateway-any-method")


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def operations(path: Path) -> list[tuple[str, dict[str, Any]]]:
    items = load(path)["paths"].items()
    return [(f"{verb} {key}", item[verb]) for key, item in items for verb in VERBS if verb in item]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_example_is_valid_openapi(path: Path) -> None:
    validate(load(path))


@pytest.mark.parametrize("path", sorted(SPECS.glob("*.yaml")), ids=lambda path: path.name)
def test_example_reads_the_same_under_yaml_1_1_and_1_2(path: Path) -> None:
    assert load(path) == YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_operation_of_an_example_is_named_and_integrated(path: Path) -> None:
    for place, operation in operations(path):
        assert "operationId" in operation, place
        assert {"x-amazon-apigateway-integration", "x-specforge-integration"} & operation.keys(), place


def test_the_gateways_headers_in_orders_are_declared_and_filled() -> None:
    for place, operation in operations(SPECS / "orders.yaml"):
        for answer in operation["x-amazon-apigateway-integration"].get("responses", {}).values():
            filled = {name.removeprefix("method.response.header.") for name in answer.get("responseParameters", {})}
            assert filled == operation["responses"][answer["statusCode"]].get("headers", {}).keys(), place
