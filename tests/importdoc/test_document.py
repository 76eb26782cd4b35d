from __future__ import annotations

import json
from typing import Any

import pytest

from specforge.importdoc.document import write_import_document
from specforge.ir import Body, Content, Kind, Named, Object, Property, Scalar
from tests.importdoc.parts import HERE, an_api, an_operation, lazily, read, rules_of, told, written


def test_the_smallest_document_is_openapi_3_0_1_and_says_nothing_more() -> None:
    document, findings = written(an_api())

    assert document == {"openapi": "3.0.1", "info": {"title": "orders", "version": "1"}, "paths": {}}
    assert findings == []


@pytest.mark.parametrize(
    ("version", "kind", "rule", "name"),
    [
        ("2.0", Kind.REST, "openapi-2-rewritten", "Swagger 2.0"),
        ("2.0", Kind.HTTP, "openapi-version-rewritten", "Swagger 2.0"),
        ("3.1.0", Kind.REST, "openapi-version-rewritten", "OpenAPI 3.1.0"),
    ],
)
def test_other_versions_are_written_as_3_0_1(version: str, kind: Kind, rule: str, name: str) -> None:
    document, findings = written(an_api(spec_version=version, swagger=version == "2.0", kind=kind))

    assert document["openapi"] == "3.0.1"
    assert rules_of(findings) == [rule]
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


WHOLE = """
openapi: 3.1.0
info: {title: orders, version: '1', summary: short, license: {name: MIT, identifier: MIT}, x-owner: shop}
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
externalDocs: {url: https://docs.example.com}
webhooks: {paid: {post: {responses: {'200': {description: ok}}}}}
x-other: 1
paths: {}
components:
  responses: {Orders: {description: ok}}
"""


def test_parts_of_the_whole_document_that_aws_has_no_use_for_are_named() -> None:
    document, findings = written(read(WHOLE))

    assert document == {
        "openapi": "3.0.1",
        "info": {"title": "orders", "version": "1", "license": {"name": "MIT"}},
        "paths": {},
    }
    named = told(findings, "ignored-part-removed")
    for part in ("jsonSchemaDialect", "externalDocs", "webhooks", "summary of info", "identifier of the license"):
        assert part in named
    assert "x-other" in named
    assert "x-owner" in named
    assert "components.responses" in told(findings, "component-written-in-place")


def test_names_of_models_are_kept_with_what_they_came_from() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /orders:
    get:
      operationId: list
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array}}}}}
components: {schemas: {an_order: {type: object}, Plain: {type: object}, anOrder: {type: string}}}
""")

    document = write_import_document(api)

    assert document.renamed == {"an_order": "anOrder2"}
    assert {name: origin.path() for name, origin in document.named.items()} == {
        "ListResponse200": "/paths/~1orders/get/responses/200/content/application~1json/schema"
    }


NASTY = "a \"b\" 'c' ${var.d} %{ if e } {{resolve:ssm:f}} !Sub Fn::If $$ # \\ \n\t ü 😀 </script>"


def test_texts_of_the_document_arrive_as_they_are() -> None:
    said: Any = {
        "openapi": "3.0.1",
        "info": {"title": NASTY, "version": NASTY, "description": NASTY, "contact": {"name": NASTY}},
        "tags": [{"name": NASTY, "description": NASTY}],
        "paths": {
            "/orders": {
                "get": {
                    "tags": [NASTY],
                    "summary": NASTY,
                    "description": NASTY,
                    "operationId": NASTY,
                    "parameters": [
                        {
                            "name": "a",
                            "in": "query",
                            "description": NASTY,
                            "schema": {"type": "string", "enum": [NASTY]},
                        }
                    ],
                    "responses": {
                        "200": {
                            "description": NASTY,
                            "headers": {"X-A": {"description": NASTY, "schema": {"type": "string"}}},
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}},
                        }
                    },
                    "x-amazon-apigateway-integration": {
                        "type": "mock",
                        "requestTemplates": {"application/json": NASTY},
                        "responses": {"default": {"statusCode": "200", "responseTemplates": {"text/plain": NASTY}}},
                    },
                }
            }
        },
        "components": {
            "schemas": {
                "Order": {
                    "type": "object",
                    "title": NASTY,
                    "description": NASTY,
                    "required": [NASTY],
                    "properties": {NASTY: {"type": "string", "pattern": NASTY}},
                }
            },
            "securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header", "description": NASTY}},
        },
    }

    document, findings = written(read(json.dumps(said)))

    assert json.loads(json.dumps(document)) == said
    assert findings == []
