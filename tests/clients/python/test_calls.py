from __future__ import annotations

from textwrap import dedent, indent

from specforge.clients.python.calls import Call, describe_calls, error_types
from specforge.diagnostics import Report
from tests.lower.documents import api_of


def call_of(operation: str, path: str = "/orders/{id}", method: str = "get") -> Call:
    keys = indent(dedent(operation), " " * 6)
    api = api_of(f"paths:\n  {path!r}:\n    {method}:\n{keys}")
    return describe_calls(api, Report()).groups[0].calls[0]


def arguments(call: Call) -> list[tuple[str, str, str, bool]]:
    return [(a.name, a.location, a.type.text, a.required) for a in call.arguments]


def test_path_and_body_come_first_then_what_is_required() -> None:
    call = call_of(
        """
        parameters:
          - {name: limit, in: query, schema: {type: integer}}
          - {name: X-Key, in: header, required: true, schema: {type: string}}
          - {name: id, in: path, required: true, schema: {type: string}}
        requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: string}}}}}
        """,
        method="put",
    )

    assert arguments(call) == [
        ("id", "path", "str", True),
        ("body", "body", "list[str]", True),
        ("x_key", "header", "str", True),
        ("limit", "query", "int", False),
    ]


def test_a_path_parameter_that_nobody_declares_is_an_argument() -> None:
    assert arguments(call_of("summary: s")) == [("id", "path", "str", True)]


def test_parameters_of_one_name_are_told_apart() -> None:
    call = call_of("parameters: [{name: id, in: query, schema: {type: string}}, {name: self, in: query}]")

    assert [argument.name for argument in call.arguments] == ["id", "id_2", "self_2"]


def test_an_any_method_takes_the_method_and_a_free_query() -> None:
    call = call_of("summary: s", "/labels/{proxy+}", "x-amazon-apigateway-any-method")

    assert arguments(call) == [
        ("method", "method", "str", True),
        ("proxy", "path", "str", True),
        ("query", "any-query", "dict[str, str]", False),
        ("body", "body", "bytes | BinaryIO", False),
    ]
    assert call.raw


def test_the_default_route_takes_a_path() -> None:
    call = call_of("isDefaultRoute: true", "/$default", "x-amazon-apigateway-any-method")

    assert call.path == "/{path+}"
    assert ("path", "path", "str", True) in arguments(call)


def test_styles_are_said_where_they_are_not_the_default() -> None:
    call = call_of("""
        parameters:
          - {name: a, in: query, style: form, explode: true, schema: {type: array, items: {type: string}}}
          - {name: b, in: query, explode: false, schema: {type: array, items: {type: string}}}
          - {name: c, in: query, style: deepObject, schema: {type: object}}
          - {name: d, in: query, content: {application/json: {schema: {type: object}}}}
    """)

    assert [argument.style and argument.style[:2] for argument in call.arguments[1:]] == [
        None,
        ("", False),
        ("deepObject", None),
        ("json", None),
    ]


def test_the_result_is_what_any_success_returns() -> None:
    call = call_of("""
        responses:
          '200': {content: {application/json: {schema: {type: integer}}}}
          '204': {}
          '404': {content: {application/json: {schema: {type: string}}}}
    """)

    assert call.result.text == "int | None"
    assert [(status, type_ and type_.text) for status, type_ in call.returns] == [("200", "int"), ("204", None)]
    assert [(status, type_.text) for status, type_ in call.errors] == [("404", "str")]


def test_an_operation_that_promises_nothing_returns_the_response() -> None:
    assert call_of("summary: s").result.text == "Response"


def test_pdf_is_bytes_and_asked_for() -> None:
    call = call_of("responses: {'200': {content: {application/pdf: {}}}}")

    assert (call.result.text, call.accept) == ("bytes", "application/pdf")


def test_headers_that_the_client_sets_are_no_arguments() -> None:
    call = call_of("parameters: [{name: Accept, in: header}, {name: Content-Type, in: header}]")

    assert arguments(call) == [("id", "path", "str", True)]


def test_operations_of_one_name_are_all_there_and_reported() -> None:
    report = Report()
    api = api_of("paths: {/a: {get: {operationId: list, tags: [x]}}, /b: {get: {operationId: List, tags: [x]}}}")

    calls = describe_calls(api, report).groups[0].calls

    assert [call.name for call in calls] == ["list", "list_2"]
    assert [finding.rule for finding in report.findings] == ["operation-name-clash"]


def test_tags_become_attributes_that_the_client_does_not_have() -> None:
    api = api_of("paths: {/a: {get: {tags: [send]}}, /b: {get: {tags: [2FA]}}, /c: {get: {tags: ['注文']}}}")

    groups = describe_calls(api, Report()).groups

    assert [(group.attribute, group.class_name) for group in groups] == [
        ("send_2", "SendApi"),
        ("group_2_fa", "Group2FaApi"),
        ("group", "GroupApi"),
    ]


def test_the_types_of_errors_are_gathered_by_status() -> None:
    api = api_of("""
        paths:
          /a: {get: {responses: {'404': {content: {application/json: {schema: {type: string}}}}}}}
          /b: {get: {responses: {'404': {content: {application/json: {schema: {type: integer}}}}}}}
    """)

    types = error_types(describe_calls(api, Report()).groups)

    assert [type_.text for type_ in types["404"]] == ["str", "int"]


def test_security_says_none_nothing_and_alternatives() -> None:
    assert call_of("summary: s").security is None
    assert call_of("security: []").security == ()
    assert call_of("security: [{a: []}, {b: [], c: []}]").security == (("a",), ("b", "c"))


def test_headers_that_the_client_sets_itself_are_no_arguments() -> None:
    call = call_of("""
        parameters:
          - {name: content-length, in: header, required: true, schema: {type: string}}
          - {name: Host, in: header, schema: {type: string}}
          - {name: X-Trace, in: header, schema: {type: string}}
    """)

    assert [argument.wire for argument in call.arguments if argument.location == "header"] == ["X-Trace"]
