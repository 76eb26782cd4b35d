from __future__ import annotations

from typing import Any

from specforge.ir import (
    Header,
    IntegrationResponse,
    Invalid,
    Kind,
    Mock,
    Operation,
    Parameter,
    Response,
    Scalar,
    Text,
)
from tests.importdoc.parts import HERE, OK, an_api, an_operation, lazily, read, rules_of, told, written

INTEGER = lazily(Scalar(type="integer", origin=HERE))


def operation_written(operation: Operation, kind: Kind = Kind.REST, **more: Any) -> tuple[Any, list[str]]:
    document, findings = written(an_api(operation, kind=kind, **more))
    (item,) = document["paths"].values()
    (found,) = item.values()
    return found, rules_of(findings)


def response(status: str, **more: Any) -> Response:
    return Response(status=status, origin=HERE, **more)


def test_an_operation_is_written_in_one_order_of_keys() -> None:
    operation = an_operation(
        operation_id="getOrder",
        summary="S",
        description="D",
        tags=("orders",),
        deprecated=True,
        validator="all",
        parameters=(Parameter(name="id", location="path", origin=HERE),),
    )

    found, findings = operation_written(operation)

    assert list(found) == [
        "tags",
        "summary",
        "description",
        "operationId",
        "deprecated",
        "parameters",
        "responses",
        "x-amazon-apigateway-request-validator",
        "x-amazon-apigateway-integration",
    ]
    assert findings == []


def test_a_path_parameter_is_required_and_textual_when_nothing_else_is_said() -> None:
    found, _ = operation_written(
        an_operation(parameters=(Parameter(name="id", location="path", declared=False, origin=HERE),))
    )

    assert found["parameters"] == [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]


def test_what_api_gateway_ignores_is_left_out_and_named() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /orders:
    summary: Orders
    servers: [{url: https://other.example.com}]
    get:
      externalDocs: {url: https://docs.example.com}
      callbacks: {}
      parameters:
        - {name: q, in: query, schema: {type: array}, style: spaceDelimited, explode: false, deprecated: false}
        - {name: session, in: cookie, schema: {type: string}}
      responses:
        '200': {description: ok, headers: {X-A: {required: true, schema: {type: string}}}, links: {}}
""")

    document, findings = written(api)

    operation = document["paths"]["/orders"]["get"]
    assert operation["parameters"] == [{"name": "q", "in": "query", "schema": {"type": "array", "items": {}}}]
    assert operation["responses"]["200"]["headers"] == {"X-A": {"schema": {"type": "string"}}}
    named = told(findings, "ignored-part-removed")
    assert "style of parameters, explode of parameters, the cookie session, required of headers" in named
    assert "links of responses, externalDocs of operations, callbacks of operations, summary of path items" in named
    assert "and 1 more" in named


def test_a_part_that_many_operations_share_is_named_once() -> None:
    api = read("""
info: {title: orders, version: '1'}
paths:
  /orders:
    parameters: [{$ref: '#/components/parameters/Page'}]
    get: {responses: {'200': {description: ok}}}
    post: {responses: {'200': {description: ok}}}
components:
  parameters: {Page: {name: page, in: query, schema: {type: integer, default: 1}, example: 2}}
""")

    _, findings = written(api)

    assert "ignores example of parameters;" in told(findings, "ignored-part-removed")
    assert "know no default;" in told(findings, "schema-keyword-removed")


def test_validator_of_the_document_is_not_repeated() -> None:
    found, _ = operation_written(an_operation(validator="all"), validator="all")

    assert "x-amazon-apigateway-request-validator" not in found


def test_a_default_route_says_so() -> None:
    found, _ = operation_written(an_operation("ANY", "/$default", is_default_route=True), Kind.HTTP)

    assert found["isDefaultRoute"] is True


def test_a_malformed_integration_is_left_out() -> None:
    found, _ = operation_written(an_operation(integration=Invalid(origin=HERE)))

    assert "x-amazon-apigateway-integration" not in found


def test_headers_of_a_response_are_declared() -> None:
    header = Header(name="X-Total", description="How many", lazy_schema=INTEGER, origin=HERE)

    found, _ = operation_written(an_operation(responses=(response("200", description="Fine", headers=(header,)),)))

    assert found["responses"] == {
        "200": {
            "description": "Fine",
            "headers": {"X-Total": {"description": "How many", "schema": {"type": "integer"}}},
        }
    }


def test_an_operation_without_responses_gets_one() -> None:
    found, findings = operation_written(an_operation(responses=()))

    assert found["responses"] == {"200": {"description": "Success"}}
    assert findings == ["required-part-added"]


def mapping_to(*statuses: str) -> Mock:
    responses = tuple(IntegrationResponse(key=each, status=Text((each,)), origin=HERE) for each in statuses)
    return Mock(origin=HERE, declared_type="mock", responses=responses, responses_declared=True)


def test_a_wildcard_becomes_the_codes_that_the_integration_maps() -> None:
    operation = an_operation(
        responses=(OK, response("404"), response("4XX"), response("5xx")), integration=mapping_to("404", "409", "422")
    )

    found, findings = operation_written(operation)

    assert list(found["responses"]) == ["200", "404", "409", "422", "500"]
    assert findings == ["wildcard-response-rewritten"]


def test_http_apis_keep_wildcards() -> None:
    found, findings = operation_written(an_operation(responses=(response("5XX"),)), Kind.HTTP)

    assert (list(found["responses"]), findings) == (["5XX"], [])
