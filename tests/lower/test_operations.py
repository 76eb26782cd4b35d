from __future__ import annotations

from pathlib import Path

from specforge.ir import When
from tests.lower.documents import api_of, files_of, operation_of


def test_methods_are_upper_case_and_any_is_spelled_by_the_extension() -> None:
    api = api_of(
        """
        paths:
          /a: {get: {}, x-amazon-apigateway-any-method: {}, any: {}, POST: {}, parameters: [], put: 1}
          /b: {trace: {}}
        """
    )

    assert [str(operation) for operation in api.operations] == ["GET /a", "ANY /a", "TRACE /b"]


def test_what_an_operation_says() -> None:
    operation = operation_of(
        """
        operationId: listOrders
        summary: List
        description: Lists
        tags: [a, 1, b]
        deprecated: true
        x-specforge-allow: {some-rule: because}
        x-more: 1
        callbacks: {}
        """
    )

    assert (operation.operation_id, operation.summary, operation.description) == ("listOrders", "List", "Lists")
    assert (operation.tags, operation.deprecated) == (("a", "b"), True)
    assert operation.allow == {"some-rule": "because"}
    assert operation.extra == {"x-more": 1, "callbacks": {}}
    assert operation.origin.path() == "/paths/~1orders/get"


def test_the_default_route_is_known_by_its_path_or_its_flag() -> None:
    api = api_of(
        """
        paths:
          /$default: {x-amazon-apigateway-any-method: {isDefaultRoute: true}}
          /a: {x-amazon-apigateway-any-method: {isDefaultRoute: true}, get: {}}
        """
    )

    assert [operation.is_default_route for operation in api.operations] == [True, True, False]


def test_conditions_around_path_operation_and_integration_add_up() -> None:
    api = api_of(
        """
        paths:
          /a:
            Fn::If:
              - A
              - get:
                  Fn::If:
                    - B
                    - {x-amazon-apigateway-integration: {"Fn::If": [C, {type: mock}, {Ref: "AWS::NoValue"}]}}
                    - {summary: other}
              - {Ref: "AWS::NoValue"}
        """
    )
    first, second = api.operations

    assert [(when.condition, when.holds) for when in first.when] == [("A", True), ("B", True), ("C", True)]
    assert (second.summary, second.integration) == ("other", None)
    assert second.when == (When(condition="A", holds=True), When(condition="B", holds=False))


def test_an_operation_in_another_file_keeps_the_way_to_it(tmp_path: Path) -> None:
    api = files_of(
        tmp_path,
        api="openapi: 3.0.1\npaths: {/a: {$ref: 'parts/paths.yaml#/one'}}",
        parts__paths="one: {get: {operationId: a}}",
    )
    (operation,) = api.operations

    assert operation.operation_id == "a"
    assert operation.origin.entry.file.endswith("parts/paths.yaml")
    assert [hop.origin.path() for hop in operation.origin.hops()] == ["/paths/~1a/$ref"]


def test_operations_of_2_have_their_media_types_from_the_root() -> None:
    api = api_of(
        """
        consumes: [application/xml]
        produces: [application/xml, application/json]
        paths:
          /a:
            post:
              parameters: [{name: b, in: body, schema: {type: string}}]
              responses: {200: {description: x, schema: {type: string}}}
            put:
              consumes: [text/plain]
              parameters: [{name: b, in: body, schema: {type: string}}]
              responses: {200: {description: x}}
        """,
        "swagger: '2.0'",
    )
    post, put = api.operations

    assert post.body is not None
    assert [content.media_type for content in post.body.content] == ["application/xml"]
    assert [content.media_type for content in post.responses[0].content] == ["application/xml", "application/json"]
    assert put.body is not None
    assert [content.media_type for content in put.body.content] == ["text/plain"]
    assert put.responses[0].content == ()
