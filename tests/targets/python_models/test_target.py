from __future__ import annotations

import sys
import tomllib
from types import ModuleType
from typing import Any

import pytest

from specforge.diagnostics import Report
from specforge.targets.python_models.target import TARGET, Options
from tests.lower.documents import api_of

DOCUMENT = """
    info: {title: Shop API, version: '2.1'}
    components:
      schemas:
        shop.Order:
          type: object
          required: [orderId, payment]
          properties:
            orderId: {type: string, pattern: '^o-[0-9]+$'}
            note: {type: string, nullable: true, pattern: '^(?!x)'}
            payment:
              oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bill'}]
              discriminator: {propertyName: kind}
        Card: {type: object, required: [kind, token], properties: {kind: {enum: [Card]}, token: {type: string}}}
        Bill: {type: object, required: [kind], properties: {kind: {enum: [Bill]}}}
"""


def emitted(package: str | None = None, document: str = DOCUMENT) -> tuple[dict[str, str], Report]:
    report = Report()
    files = TARGET.emit(api_of(document), Options(package=package), report)
    return {str(file.path): str(file.content) for file in files}, report


@pytest.fixture(scope="module")
def models() -> Any:
    files, _ = emitted()
    module: Any = ModuleType("shop_api_models")
    sys.modules["shop_api_models"] = module
    exec(files["models/python/shop_api_models/__init__.py"], vars(module))
    return module


def test_the_package_installs_under_the_name_of_the_api() -> None:
    files, report = emitted()
    project = tomllib.loads(files["models/python/pyproject.toml"])["project"]

    assert (project["name"], project["version"], project["dependencies"]) == (
        "shop-api-models",
        "2.1",
        ["pydantic>=2.9"],
    )
    assert [finding.rule for finding in report.findings] == ["pattern-not-in-models"]


def test_a_body_is_read_and_written_under_its_wire_names(models: Any) -> None:
    body = '{"orderId":"o-1","payment":{"kind":"Card","token":"t"},"more":[1]}'
    order = models.ShopOrder.model_validate_json(body)

    assert order.order_id == "o-1"
    assert isinstance(order.payment, models.Card)
    assert order.model_dump_json(by_alias=True, exclude_unset=True) == body


def test_a_value_outside_the_schema_is_refused(models: Any) -> None:
    with pytest.raises(ValueError, match="orderId"):
        models.ShopOrder.model_validate({"orderId": "x", "payment": {"kind": "Bill"}})


def test_a_name_that_is_no_package_is_refused() -> None:
    files, report = emitted("no/../package")

    assert "models/python/shop_api_models/__init__.py" in files
    assert "invalid-configuration" in [finding.rule for finding in report.findings]


def test_an_api_without_schemas_has_no_models() -> None:
    files, report = emitted(document="paths: {}")

    assert files == {}
    assert [finding.rule for finding in report.findings] == ["no-schemas-for-models"]
