from __future__ import annotations

from specforge.importdoc.public import public_document
from tests.importdoc.parts import read

DOCUMENT = """
info: {title: orders, version: '1', summary: s, x-logo: {url: 'https://a.example/l.png'}}
externalDocs: {url: https://docs.example.com}
webhooks: {paid: {}}
paths:
  /orders/{id}:
    description: One order
    trace: {responses: {'200': {description: ok}}}
    get:
      externalDocs: {url: https://docs.example.com/orders}
      parameters:
        - {name: ids, in: query, schema: {type: array, items: {type: integer, format: int64}}, style: pipeDelimited,
           explode: false, examples: {some: {summary: two, value: [1, 2]}}}
        - {name: session, in: cookie, schema: {type: string}, deprecated: true}
        - {name: filter, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/a-filter'}}}}
      responses:
        4XX: {description: no, content: {text/plain: {schema: {type: string}, example: no}}}
        '200':
          description: ok
          headers: {X-A: {required: true, schema: {type: string}}}
          links: {next: {operationId: other}}
          content: {application/json: {schema: {oneOf: [{type: string}, {type: integer}]}}}
components:
  schemas:
    a-filter: {type: object, xml: {name: f}, properties: {a: {type: string, default: b, readOnly: true}}, if: {}}
"""


def test_what_callers_need_is_kept_though_api_gateway_has_no_use_for_it() -> None:
    document = public_document(read(DOCUMENT)).content

    assert document["info"] == {"title": "orders", "version": "1", "x-logo": {"url": "https://a.example/l.png"}}
    assert document["externalDocs"] == {"url": "https://docs.example.com"}
    paths = document["paths"]
    assert isinstance(paths, dict)
    assert paths["/orders/{id}"] == {
        "description": "One order",
        "trace": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "responses": {"200": {"description": "ok"}},
        },
        "get": {
            "parameters": [
                {
                    "name": "ids",
                    "in": "query",
                    "style": "pipeDelimited",
                    "explode": False,
                    "schema": {"type": "array", "items": {"type": "integer", "format": "int64"}},
                    "examples": {"some": {"summary": "two", "value": [1, 2]}},
                },
                {"name": "session", "in": "cookie", "deprecated": True, "schema": {"type": "string"}},
                {
                    "name": "filter",
                    "in": "query",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/a-filter"}}},
                },
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            ],
            "responses": {
                "4XX": {
                    "description": "no",
                    "content": {"text/plain": {"schema": {"type": "string"}, "example": "no"}},
                },
                "200": {
                    "description": "ok",
                    "headers": {"X-A": {"required": True, "schema": {"type": "string"}}},
                    "content": {"application/json": {"schema": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}},
                    "links": {"next": {"operationId": "other"}},
                },
            },
            "externalDocs": {"url": "https://docs.example.com/orders"},
        },
    }
    assert document["components"] == {
        "schemas": {
            "a-filter": {
                "type": "object",
                "xml": {"name": "f"},
                "properties": {"a": {"type": "string", "default": "b", "readOnly": True}},
            }
        }
    }


def test_what_openapi_3_0_has_no_words_for_is_named() -> None:
    lost = [change.what for change in public_document(read(DOCUMENT)).lost]

    assert sorted(lost) == ["if", "summary of info", "webhooks"]


def test_what_only_a_sentence_can_name_is_named_by_one() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /orders:
    get:
      Fn::If:
        - Large
        - responses: {'200': {description: ok}}
        - responses: {'201': {description: ok}}
components: {securitySchemes: {device: {type: mutualTLS}}}
""")

    lost = [change.what for change in public_document(api).lost]

    assert lost == ["the scheme device", "a branch of GET /orders"]


def test_greedy_variables_and_the_default_route_are_named() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /$default: {x-amazon-apigateway-any-method: {responses: {'200': {description: ok}}}}
  /files/{proxy+}: {get: {responses: {'200': {description: ok}}}}
""")

    document = public_document(api)

    assert isinstance(document.content["paths"], dict)
    assert list(document.content["paths"]) == ["/files/{proxy}"]
    assert [change.what for change in document.lost] == [
        "ANY /$default",
        "that /files/{proxy+} stands for several segments",
    ]
