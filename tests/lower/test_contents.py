from __future__ import annotations

from specforge.ir import Array
from tests.lower.documents import api_of, operation_of


def test_content_has_a_schema_examples_and_encoding() -> None:
    body = operation_of(
        """
        requestBody:
          content:
            multipart/form-data:
              schema: {type: array, items: {}}
              example: {a: 1}
              encoding: {a: {contentType: text/plain}}
            broken: 1
        """
    ).body
    assert body is not None
    first, second = body.content

    assert isinstance(first.schema, Array)
    assert [(example.name, example.value) for example in first.examples] == [("example", {"a": 1})]
    assert first.encoding == {"a": {"contentType": "text/plain"}}
    assert (second.media_type, second.schema) == ("broken", None)


def test_examples_may_be_referenced() -> None:
    api = api_of(
        """
        paths:
          /a:
            get:
              responses:
                200:
                  content: {application/json: {examples: {e: {$ref: "#/components/examples/E"}, f: 1}}}
        components: {examples: {E: {value: null, summary: s}}}
        """
    )
    (content,) = api.operations[0].responses[0].content

    assert [(e.name, e.value, e.summary) for e in content.examples] == [("e", None, "s"), ("f", 1, None)]


def test_examples_of_2_go_to_their_media_type() -> None:
    (response,) = operation_of(
        """
        produces: [application/json, text/plain]
        responses: {200: {schema: {type: string}, examples: {application/json: x}}}
        """,
        version="swagger: '2.0'",
    ).responses

    assert [[example.value for example in content.examples] for content in response.content] == [["x"], []]
