from __future__ import annotations

from pathlib import Path

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.targets.docs.shapes import MOST_PARTS
from specforge.targets.docs.view import View, view_of
from tests.lower.documents import api_of, files_of


def shown(api: Api) -> View:
    return view_of(api, title=None, internal=False, report=Report())


def test_operations_stand_under_their_tag_in_the_order_of_the_document() -> None:
    view = shown(
        api_of("""
            tags: [{name: b, description: The *b*s}]
            paths:
              /1: {get: {tags: [b], operationId: one}}
              /2: {get: {tags: [a], operationId: two}}
              /3: {get: {tags: [b], operationId: three}}
        """)
    )

    assert [(group.name, group.file, [each.title for each in group.operations]) for group in view.groups] == [
        ("b", "b.md", ["one", "three"]),
        ("a", "a.md", ["two"]),
    ]
    assert view.groups[0].words.html == "<p>The <em>b</em>s</p>"


def test_preflights_are_no_operations() -> None:
    view = shown(
        api_of("""
            paths:
              /a:
                get: {operationId: get, x-amazon-apigateway-integration: {type: mock}}
                options: {operationId: cors, x-amazon-apigateway-integration: {type: mock}}
        """)
    )

    assert [each.title for each in view.groups[0].operations] == ["get"]


def test_a_server_that_only_the_deployment_knows_is_left_out() -> None:
    servers = "servers: [{url: 'https://${Domain}/v1'}, {url: 'https://a.example/{v}', variables: {v: {default: v2}}}]"

    assert [url for url, _ in shown(api_of(servers)).servers] == ["https://a.example/{v}"]


def test_contact_and_licence_are_told() -> None:
    api = api_of("externalDocs: {url: 'https://docs.example'}")

    assert [name for name, _ in shown(api).facts] == ["More"]


def test_schemas_of_other_files_are_shown_too(tmp_path: Path) -> None:
    api = files_of(
        tmp_path,
        api="""
            openapi: 3.0.1
            info: {title: t, version: '1'}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: 'parts.yaml#/Pets'}}}}
        """,
        parts="""
            Pets: {type: array, items: {$ref: '#/Pet'}}
            Pet: {type: object, properties: {owner: {$ref: '#/Owner'}}}
            Owner: {type: object, properties: {name: {type: string}}}
        """,
    )

    assert {"Pet", "Owner"} <= {schema.name for schema in shown(api).schemas}


def test_an_empty_document_has_a_view() -> None:
    view = shown(api_of("paths: {}"))

    assert (view.title, view.groups, view.schemas, view.errors) == ("t", (), (), ())


def test_large_schemas_are_linked_and_not_repeated() -> None:
    properties = ", ".join(f"p{number}: {{type: string}}" for number in range(MOST_PARTS))
    parts = ", ".join(f"q{number}: {{type: object, properties: {{{properties}}}}}" for number in range(4))
    answer = "{'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Big'}}}}}"
    view = shown(
        api_of(f"""
            paths: {{/a: {{get: {{responses: {answer}}}}}}}
            components: {{schemas: {{Big: {{type: object, properties: {{{parts}}}}}}}}}
        """)
    )

    shape = view.groups[0].operations[0].responses[0].contents[0].shape
    assert shape is not None
    assert shape.fields == ()
    assert sum(len(field.shape.fields) for field in view.schemas[0].shape.fields) == 4 * MOST_PARTS
