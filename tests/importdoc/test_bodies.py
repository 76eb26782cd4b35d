from __future__ import annotations

from typing import Any

import pytest

from specforge.importdoc.bodies import JSON
from specforge.ir import Anything, Array, Body, Content, Kind, Named, Object, Scalar, Schema
from tests.importdoc.parts import HERE, an_api, an_operation, lazily, read, rules_of, told, written

STRING = Scalar(type="string", origin=HERE)
PET = Named(name="Pet", origin=HERE)
SCHEMAS = {"Pet": Object(origin=HERE)}


def content(schema: Schema | None, media_type: str = "application/json", **more: Any) -> Content:
    return Content(media_type=media_type, lazy_schema=None if schema is None else lazily(schema), origin=HERE, **more)


def body(*contents: Content) -> Body:
    return Body(content=contents, required=True, origin=HERE)


def body_written(*contents: Content, kind: Kind = Kind.REST, **more: Any) -> tuple[Any, Any, list[str]]:
    api = an_api(an_operation("POST", body=body(*contents), **more), kind=kind, schemas=SCHEMAS)
    document, findings = written(api)
    return document["paths"]["/orders"]["post"]["requestBody"], document["components"]["schemas"], rules_of(findings)


def test_a_reference_stays() -> None:
    request, _, findings = body_written(content(PET))

    assert request == {
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
        "required": True,
    }
    assert findings == []


@pytest.mark.parametrize(
    "schema", [STRING, Array(items=PET, origin=HERE), Named(name="Pet", nullable=True, origin=HERE)]
)
def test_an_inline_schema_becomes_a_model(schema: Schema) -> None:
    request, schemas, findings = body_written(content(schema), operation_id="create-order")

    assert request["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/CreateOrderRequest"}
    assert list(schemas) == ["Pet", "CreateOrderRequest"]
    assert findings == ["inline-schema-named"]


def test_without_an_operation_id_method_and_path_name_the_model() -> None:
    assert "PostOrdersRequest" in body_written(content(STRING))[1]


def test_equal_inline_schemas_of_one_body_share_a_model_and_others_are_numbered() -> None:
    _, schemas, _ = body_written(
        content(STRING), content(STRING, "text/json"), content(Object(origin=HERE), "a/b+json")
    )

    assert list(schemas) == ["Pet", "PostOrdersRequest", "PostOrdersRequest2"]


def test_an_inline_schema_of_other_media_types_is_left_out() -> None:
    request, schemas, findings = body_written(content(STRING, "application/pdf"))

    assert request["content"] == {"application/pdf": {}}
    assert list(schemas) == ["Pet"]
    assert findings == ["body-schema-removed"]


def test_a_schema_that_says_nothing_is_left_out() -> None:
    request, _, findings = body_written(content(Anything(origin=HERE)))

    assert (request["content"], findings) == ({"application/json": {}}, [])


def test_http_apis_keep_inline_schemas() -> None:
    request, _, findings = body_written(content(STRING), kind=Kind.HTTP)

    assert (request["content"]["application/json"], findings) == ({"schema": {"type": "string"}}, [])


def test_examples_and_encodings_are_left_out() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /orders:
    post:
      requestBody:
        x-note: 1
        content: {multipart/form-data: {example: {}, encoding: {a: {contentType: text/plain}}}}
      responses: {'200': {description: ok, content: {application/json: {examples: {one: {value: 1}}}}}}
""")

    document, findings = written(api)

    assert document["paths"]["/orders"]["post"]["requestBody"] == {"content": {"multipart/form-data": {}}}
    named = told(findings, "ignored-part-removed")
    for part in ("example of bodies", "encoding of bodies", "examples of bodies", "x-note"):
        assert part in named


@pytest.mark.parametrize("media", ["application/json", "application/problem+json; charset=utf-8", "*/*", "text/json"])
def test_json_media_types(media: str) -> None:
    assert JSON.fullmatch(media)


@pytest.mark.parametrize(
    "media", ["text/plain", "application/jsonlines", "image/png", "application/x-www-form-urlencoded"]
)
def test_other_media_types(media: str) -> None:
    assert not JSON.fullmatch(media)
