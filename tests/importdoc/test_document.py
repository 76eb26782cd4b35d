from __future__ import annotations

import pytest

from specforge.ir import Body, Content, Kind, Named, Object, Property, Scalar
from tests.importdoc.parts import HERE, an_api, an_operation, lazily, rules_of, written


def test_the_smallest_document_is_openapi_3_0_1_and_says_nothing_more() -> None:
    document, findings = written(an_api())

    assert document == {"openapi": "3.0.1", "info": {"title": "orders", "version": "1"}, "paths": {}}
    assert findings == []


@pytest.mark.parametrize(
    ("version", "swagger", "name"), [("2.0", True, "Swagger 2.0"), ("3.1.0", False, "OpenAPI 3.1.0")]
)
def test_other_versions_are_written_as_3_0_1(version: str, name: str, *, swagger: bool) -> None:
    document, findings = written(an_api(spec_version=version, swagger=swagger))

    assert document["openapi"] == "3.0.1"
    assert rules_of(findings) == ["openapi-version-rewritten"]
    assert name in findings[0].message


def test_models_get_alphanumeric_names_wherever_they_are_referred_to() -> None:
    item = Property(name="items", schema=Named(name="line-item", origin=HERE), origin=HERE)
    content = Content(
        media_type="application/json", lazy_schema=lazily(Named(name="an_order", origin=HERE)), origin=HERE
    )
    api = an_api(
        an_operation("POST", body=Body(content=(content,), origin=HERE)),
        schemas={"an_order": Object(properties=(item,), origin=HERE), "line-item": Scalar(type="string", origin=HERE)},
    )

    document, findings = written(api)

    assert document["components"]["schemas"] == {
        "anOrder": {"type": "object", "properties": {"items": {"$ref": "#/components/schemas/lineItem"}}},
        "lineItem": {"type": "string"},
    }
    request = document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]
    assert request == {"schema": {"$ref": "#/components/schemas/anOrder"}}
    assert rules_of(findings) == ["model-renamed"]


def test_webhooks_are_left_out() -> None:
    _, findings = written(an_api(webhooks={"paid": {}}, kind=Kind.HTTP))

    assert rules_of(findings) == ["ignored-part-removed"]
