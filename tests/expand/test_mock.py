"""The short form `mock`."""

from __future__ import annotations

import pytest

from specforge.ir import Mock
from tests.expand.apis import Expanded, expanded, form


def mock(found: Expanded) -> Mock:
    assert isinstance(found.integration, Mock)
    return found.integration


def test_the_status_stands_in_the_request_template_and_the_body_in_the_answers() -> None:
    integration = mock(form("mock: {status: 202, body: {ok: true}}"))

    assert [(one.media_type, str(one.body)) for one in integration.request_templates] == [
        ("application/json", '{"statusCode": 202}')
    ]
    (answer,) = integration.responses
    assert (answer.key, str(answer.status)) == ("default", "202")
    assert [(one.media_type, str(one.body)) for one in answer.templates] == [("application/json", '{"ok": true}')]


def test_the_status_is_the_first_declared_one() -> None:
    assert str(mock(form("mock: {}")).responses[0].status) == "200"
    other = "paths: {/a: {get: {responses: {default: {}, '404': {}}, x-specforge-integration: {mock: }}}}"
    assert str(mock(expanded(other)).responses[0].status) == "404"


def test_a_text_is_data_and_no_template() -> None:
    (answer,) = mock(form("mock: {body: 'costs $x', content-type: text/plain}")).responses

    assert [(one.media_type, str(one.body)) for one in answer.templates] == [
        ("text/plain", "#set($dollar=$util.urlDecode('%24'))costs ${dollar}x")
    ]


def test_every_media_type_that_the_operation_takes_has_a_status() -> None:
    body = "requestBody: {content: {text/csv: {}, 'image/*': {}}}"
    found = expanded(f"paths: {{/a: {{post: {{{body}, responses: {{}}, x-specforge-integration: {{mock: 200}}}}}}}}")

    assert [one.media_type for one in mock(found).request_templates] == ["application/json", "text/csv"]


def test_status_and_headers_are_declared() -> None:
    found = form("mock: {status: 301, headers: {Location: /orders, Age: 3}}")

    assert [response.status for response in found.only.responses] == ["200", "301"]
    assert [header.name for header in found.only.responses[1].headers] == ["Location", "Age"]
    assert {one.target: str(one.value) for one in mock(found).responses[0].parameters} == {
        "method.response.header.Location": "'/orders'",
        "method.response.header.Age": "'3'",
    }


def test_where_every_body_is_binary_the_mock_reads_text() -> None:
    found = expanded(
        "x-amazon-apigateway-binary-media-types: ['*/*']\n"
        "paths: {/a: {get: {responses: {}, x-specforge-integration: {mock: 200}}}}"
    )

    assert str(mock(found).content_handling) == "CONVERT_TO_TEXT"
    assert mock(form("mock: 200")).content_handling is None


@pytest.mark.parametrize(
    ("short", "message"),
    [
        ("mock: 199", "mock.status is 199; it must be at least 200"),
        ("mock: 600", "mock.status is 600; it must be at most 599"),
        (
            'mock: {headers: {X-A: "it\'s"}}',
            "the header X-A cannot be set; it must be a name with a value of one line without single quote",
        ),
        (
            'mock: {headers: {X-A: "a\\nb"}}',
            "the header X-A cannot be set; it must be a name with a value of one line without single quote",
        ),
        (
            "mock: {headers: {'X A': a}}",
            "the header X A cannot be set; it must be a name with a value of one line without single quote",
        ),
    ],
)
def test_what_cannot_be_is_reported(short: str, message: str) -> None:
    assert form(short).said == [f"invalid-short-form-option: {message}"]
