from __future__ import annotations

from specforge.ir import Scalar
from tests.lower.documents import api_of, operation_of


def test_responses_keep_status_and_order() -> None:
    responses = operation_of(
        """
        responses:
          200: {description: fine, links: {next: {operationId: x}}}
          4XX: {description: no}
          default: {}
          x-more: {}
          500: broken
        """
    ).responses

    assert [(response.status, response.description) for response in responses] == [
        ("200", "fine"),
        ("4XX", "no"),
        ("default", ""),
    ]
    assert responses[0].links == {"next": {"operationId": "x"}}


def test_headers_of_3_and_of_2() -> None:
    three = operation_of(
        "responses: {200: {headers: {A: {required: true, description: d, schema: {type: string}}, B: 1}}}"
    ).responses[0]
    two = operation_of(
        "responses: {200: {headers: {A: {type: integer, description: d}}}}", version="swagger: '2.0'"
    ).responses[0]
    (first,), (second,) = three.headers, two.headers

    assert (first.name, first.required, first.description) == ("A", True, "d")
    assert isinstance(first.schema, Scalar)
    assert isinstance(second.schema, Scalar)
    assert second.schema.type == "integer"


def test_referenced_responses_keep_the_way_to_them() -> None:
    api = api_of(
        """
        paths: {/a: {get: {responses: {200: {$ref: "#/components/responses/R"}}}}}
        components: {responses: {R: {description: r}}}
        """
    )
    (response,) = api.operations[0].responses

    assert (response.description, response.origin.path()) == ("r", "/components/responses/R")
    assert [hop.kind for hop in response.origin.hops()] == ["ref"]
