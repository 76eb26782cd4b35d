"""CORS headers as operations set them."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Operation, Text
from specforge.rules.cors_headers import cors_headers, listings, names_in, preflights, sets_allow_origin, static
from tests.judged import judge

ORIGIN = "method.response.header.access-control-allow-ORIGIN"


def operation(folder: Path, method: str, integration: str) -> Operation:
    body = f"""
paths:
  /a:
    {method}:
      responses: {{}}
      x-amazon-apigateway-integration: {integration}
"""
    return judge(folder, body, select=("cors",)).api.operations[0]


def mocked(parameters: str) -> str:
    return f"{{type: mock, responses: {{default: {{statusCode: '200', responseParameters: {{{parameters}}}}}}}}}"


def test_headers_are_found_whatever_their_case(tmp_path: Path) -> None:
    (header,) = cors_headers(
        operation(tmp_path, "get", mocked(f"{ORIGIN}: \"'*'\", method.response.header.X-A: \"'1'\""))
    ).items()

    assert header[0] == "access-control-allow-origin"
    assert (header[1].value, header[1].target) == (Text(("'*'",)), ORIGIN)


@pytest.mark.parametrize("integration", ["{type: mokc}", "{type: mock}"])
def test_an_operation_without_mappings_sets_none(integration: str, tmp_path: Path) -> None:
    assert cors_headers(operation(tmp_path, "get", integration)) == {}


def test_an_operation_without_an_integration_sets_none(tmp_path: Path) -> None:
    (bare,) = judge(tmp_path, "paths: {/a: {get: {responses: {}}}}\n").api.operations

    assert cors_headers(bare) == {}


@pytest.mark.parametrize(("method", "sets"), [("get", True), ("options", False)])
def test_a_preflight_answers_for_others_and_not_for_itself(method: str, sets: bool, tmp_path: Path) -> None:
    assert sets_allow_origin(operation(tmp_path, method, mocked(f"{ORIGIN}: \"'*'\""))) is sets


@pytest.mark.parametrize(
    ("value", "said"), [("'*'", "*"), ("''", ""), ("'", None), ("integration.response.header.a", None), ("", None)]
)
def test_only_a_quoted_value_is_static(value: str, said: str | None) -> None:
    assert static(Text((value,))) == said


@pytest.mark.parametrize(
    ("value", "names"),
    [("'GET, put'", ("GET", "put")), ("'GET,'", ("GET",)), ("''", ()), ("'*'", None), ("context.stage", None)],
)
def test_a_static_list_is_read_word_by_word(value: str, names: tuple[str, ...] | None, tmp_path: Path) -> None:
    (header,) = cors_headers(operation(tmp_path, "options", mocked(f'{ORIGIN}: "{value}"'))).values()

    assert names_in(header) == names


def test_an_absent_list_has_no_words() -> None:
    assert names_in(None) is None


def test_a_preflight_comes_with_the_other_methods_of_its_path(tmp_path: Path) -> None:
    answering = mocked(f"{ORIGIN}: \"'*'\"")
    body = f"""
paths:
  /a:
    get: {{responses: {{}}}}
    put: {{responses: {{}}}}
    options: {{responses: {{}}, x-amazon-apigateway-integration: {answering}}}
  /b:
    get: {{responses: {{}}, x-amazon-apigateway-integration: {answering}}}
    options: {{responses: {{}}, x-amazon-apigateway-integration: {{type: mock}}}}
  /c:
    options: {{responses: {{}}, x-amazon-apigateway-integration: {answering.replace("mock", "http")}}}
"""
    ((preflight, others),) = preflights(judge(tmp_path, body, select=("cors",)).api)

    assert (str(preflight), [str(other) for other in others]) == ("OPTIONS /a", ["GET /a", "PUT /a"])


@pytest.mark.parametrize(
    ("header", "value", "words"),
    [
        ("Access-Control-Allow-Methods", "'GET,PUT'", [("GET", "PUT")]),
        ("Access-Control-Allow-Methods", "context.stage", []),
        ("Access-Control-Allow-Headers", "'X-A'", []),
    ],
)
def test_what_a_preflight_lists_is_known_where_the_header_is_static(
    header: str, value: str, words: list[tuple[str, ...]], tmp_path: Path
) -> None:
    answering = mocked(f'{ORIGIN}: "\'*\'", method.response.header.{header}: "{value}"')
    body = f"""
paths:
  /a:
    put: {{responses: {{}}}}
    options: {{responses: {{}}, x-amazon-apigateway-integration: {answering}}}
"""
    found = list(listings(judge(tmp_path, body, select=("cors",)).api, "access-control-allow-methods"))

    assert [listing.words for listing in found] == words
    assert all(str(other) == "PUT /a" for listing in found for other in listing.others)
