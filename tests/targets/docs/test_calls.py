from __future__ import annotations

import json
import shlex

import pytest

from specforge.targets.docs.calls import as_curl, as_http, call_of
from specforge.targets.docs.credentials import Credentials
from tests.lower.documents import operation_of


def curl(body: str, path: str = "/orders") -> list[str]:
    call = call_of(operation_of(body, path), {}, base_url="https://a.example/v1", credentials=Credentials())
    return shlex.split(as_curl(call).replace("\\\n", ""))


def test_path_and_query_are_filled_and_encoded() -> None:
    body = """
        parameters:
          - {name: id, in: path, required: true, schema: {type: string}, example: a/b c}
          - {name: q, in: query, required: true, schema: {type: string}, example: x&y}
          - {name: optional, in: query, schema: {type: string}}
          - {name: list, in: query, required: true, schema: {type: array, items: {type: string}}, example: [1, 2]}
    """

    assert curl(body, "/orders/{id}") == ["curl", "https://a.example/v1/orders/a%2Fb%20c?q=x%26y&list=1&list=2"]


def test_a_body_is_sent_as_it_is() -> None:
    body = 'requestBody: {content: {application/json: {example: {a: "it\'s"}}}}'

    assert curl(body)[4:] == ["--header", "Content-Type: application/json", "--data-raw", '{\n  "a": "it\'s"\n}']


@pytest.mark.parametrize("text", ["$(id)", "`id`", "'; id; '", '"; id; "', "\\", "a\nid", "@/etc/passwd", "!x"])
def test_no_text_of_the_document_reaches_the_shell(text: str) -> None:
    body = f"requestBody: {{content: {{text/plain: {{example: {json.dumps(text)}}}}}}}"

    assert curl(body)[4:] == ["--header", "Content-Type: text/plain", "--data-raw", text]


def test_a_header_that_curl_would_read_from_a_file_is_left_out() -> None:
    body = "parameters: [{name: '@/etc/passwd', in: header, required: true, schema: {type: string}}]"

    assert curl(body) == ["curl", "https://a.example/v1/orders"]


def test_no_form_value_names_a_file() -> None:
    body = "requestBody: {content: {multipart/form-data: {example: {a: '@/etc/passwd'}}}}"

    assert curl(body)[-2:] == ["--form-string", "a=@/etc/passwd"]


def test_the_http_sample_is_one_header_a_line() -> None:
    body = 'parameters: [{name: X-A, in: header, required: true, schema: {type: string}, example: "b\\r\\nX-Evil: 1"}]'
    call = call_of(operation_of(body), {}, base_url=None, credentials=Credentials(headers=(("X-B", "c"),)))

    assert as_http(call) == "GET /orders HTTP/1.1\nHost: api.example.com\nX-B: c\nX-A: b X-Evil: 1"


def test_a_body_makes_no_post_of_a_get() -> None:
    assert curl("requestBody: {content: {text/plain: {example: a}}}")[:3] == ["curl", "--request", "GET"]


def test_an_empty_body_is_not_sent() -> None:
    body = "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}"

    assert curl(body)[:2] == ["curl", "https://a.example/v1/orders"]
    assert "--data-raw" not in curl(body)


def test_bytes_are_asked_for_by_accept() -> None:
    body = "responses: {'200': {description: ok, content: {application/pdf: {schema: {type: string, format: binary}}}}}"

    assert curl(body)[2:] == ["--header", "Accept: application/pdf"]
