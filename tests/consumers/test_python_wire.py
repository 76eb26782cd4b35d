"""What a generated client sends and understands, style by style, on a document made for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from tests.consumers.generated import build_text, imported
from tests.consumers.server import Answer, LiveServer, answer, live_server

DOCUMENT = """
    openapi: 3.0.1
    info: {title: wire, version: '1'}
    paths:
      /search:
        get:
          operationId: search
          tags: [pets]
          parameters:
            - {name: tags, in: query, schema: {type: array, items: {type: string}}}
            - {name: packed, in: query, explode: false, schema: {type: array, items: {type: string}}}
            - name: piped
              in: query
              style: pipeDelimited
              explode: false
              schema: {type: array, items: {type: string}}
            - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {color: {type: string}}}}
            - {name: json, in: query, content: {application/json: {schema: {type: object}}}}
            - {name: since, in: query, schema: {type: string, format: date-time}}
            - {name: day, in: query, schema: {type: string, format: date}}
            - {name: exact, in: query, schema: {type: boolean}}
            - {name: raw, in: query, allowReserved: true, schema: {type: string}}
            - {name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}
            - {name: session, in: cookie, schema: {type: string}}
          responses: {'204': {}}
      /pets/{id}/{more}:
        get:
          operationId: locate
          tags: [pets]
          parameters:
            - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
            - name: more
              in: path
              required: true
              style: label
              explode: true
              schema: {type: array, items: {type: string}}
          responses: {'204': {}}
      /pets:
        get:
          operationId: list
          tags: [pets]
          responses:
            '200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        post:
          operationId: create
          tags: [pets]
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          responses: {'204': {}}
      /form:
        post:
          operationId: send-form
          tags: [pets]
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, properties: {a: {type: string}, b: {type: array, items: {type: integer}}}}
          responses: {'200': {content: {text/plain: {schema: {type: string}}}}}
      /upload:
        post:
          operationId: upload
          tags: [pets]
          requestBody:
            required: true
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties: {name: {type: string}, photo: {type: string, format: binary}, meta: {type: object}}
          responses: {'204': {}}
      /text:
        put:
          operationId: write
          tags: [pets]
          requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
          responses: {'204': {}}
    components:
      schemas:
        Cat: {required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
        Dog: {required: [kind], properties: {kind: {type: string}, born: {type: string, format: date}}}
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: kind
            mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}
"""


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    project = build_text(DOCUMENT, "wire_client", tmp_path_factory.mktemp("wire"))
    with imported(project, "wire_client") as package:
        yield package


@pytest.fixture
def server() -> Iterator[LiveServer]:
    with live_server() as running:
        yield running


@pytest.fixture
def pets(wire: ModuleType, server: LiveServer) -> Iterator[Any]:
    with wire.Client(server.url) as client:
        yield client.pets


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({"tags": ["a b", "c"]}, "tags=a%20b&tags=c"),
        ({"packed": ["a b", "c"]}, "packed=a%20b,c"),
        ({"piped": ["a", "b"]}, "piped=a%7Cb"),
        ({"filter": {"color": "red", "size": {"min": 1}}}, "filter[color]=red&filter[size][min]=1"),
        ({"json": {"a": [1]}}, "json=%7B%22a%22%3A%5B1%5D%7D"),
        ({"since": dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)}, "since=2026-01-31T12%3A00%3A00Z"),
        ({"day": dt.date(2026, 1, 31)}, "day=2026-01-31"),
        ({"exact": False}, "exact=false"),
        ({"raw": "a/b?c"}, "raw=a/b?c"),
        ({"tags": []}, ""),
    ],
)
def test_query_parameters_are_written_in_their_style(
    pets: Any, server: LiveServer, arguments: dict[str, Any], query: str
) -> None:
    pets.search(**arguments)

    assert server.last.target.partition("?")[2] == query


def test_headers_and_cookies_are_sent(pets: Any, server: LiveServer) -> None:
    pets.search(x_ids=[1, 2], session="s 1")

    assert (server.last.headers["X-Ids"], server.last.headers["Cookie"]) == ("1,2", "session=s%201")


def test_path_parameters_are_written_in_their_style(pets: Any, server: LiveServer) -> None:
    pets.locate(UUID(int=1), ["a", "b/c"])

    assert server.last.target == "/pets/00000000-0000-0000-0000-000000000001/.a.b%2Fc"


def test_a_union_is_read_by_its_discriminator(pets: Any, server: LiveServer, wire: ModuleType) -> None:
    dog = {"kind": "dog", "born": "2020-02-29", "lives": 9}
    server.will(answer([{"kind": "cat", "lives": 9}, dog, {"kind": "newt"}, {"lives": 3}]))

    cat, dog, newt, nothing = pets.list()

    assert cat == wire.models.Cat(kind="cat", lives=9)
    assert (type(dog).__name__, dog.born, dog.extra) == ("Dog", dt.date(2020, 2, 29), {"lives": 9})
    assert newt == wire.Unknown({"kind": "newt"})
    assert nothing == wire.Unknown({"lives": 3})


def test_an_unknown_variant_is_sent_back_as_it_came(pets: Any, server: LiveServer, wire: ModuleType) -> None:
    pets.create(wire.Unknown({"kind": "newt", "x": None}))

    assert server.last.json == {"kind": "newt", "x": None}


def test_forms_repeat_lists_and_text_is_returned(pets: Any, server: LiveServer, wire: ModuleType) -> None:
    server.will(Answer(200, "schön".encode(), "text/plain"))

    assert pets.send_form(wire.models.SendFormBody(a="x&y", b=[1, 2])) == "schön"
    assert server.last.body == b"a=x%26y&b=1&b=2"
    assert server.last.headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_files_travel_as_parts(pets: Any, server: LiveServer, wire: ModuleType) -> None:
    pets.upload(wire.models.UploadBody(name="Rex", photo=b"\x89PNG\r\n", meta={"a": 1}))

    boundary = server.last.headers["Content-Type"].partition("boundary=")[2].encode()
    parts = server.last.body.split(b"--" + boundary)
    assert parts[1].endswith(b'name="name"\r\n\r\nRex\r\n')
    assert b'filename="photo"\r\nContent-Type: application/octet-stream\r\n\r\n\x89PNG\r\n\r\n' in parts[2]
    assert parts[3].endswith(b'Content-Type: application/json\r\n\r\n{"a": 1}\r\n')
    assert parts[4] == b"--\r\n"


def test_text_is_sent_as_it_is(pets: Any, server: LiveServer) -> None:
    pets.write("schön")

    assert server.last.body == "schön".encode()
