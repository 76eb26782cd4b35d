"""CORS headers on what API Gateway answers by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.expand.apis import Expanded, expanded, with_cors

ORIGIN = "gatewayresponse.header.Access-Control-Allow-Origin"
CREDENTIALS = "gatewayresponse.header.Access-Control-Allow-Credentials"
TWO = "origins: ['https://a.example.com', 'https://b.example.com']"


def errors(folder: Path, cors: str, own: str = "{}") -> tuple[Expanded, dict[str, dict[str, str]]]:
    found = expanded(f"x-amazon-apigateway-gateway-responses: {own}\npaths: {{}}", with_cors(folder, f"{{{cors}}}"))
    return found, {
        response.type: {one.target: str(one.value) for one in response.parameters}
        for response in found.api.gateway_responses
    }


@pytest.mark.parametrize(
    ("cors", "headers"),
    [
        ("origins: ['*']", {ORIGIN: "'*'"}),
        ("origins: ['https://a.example.com']", {ORIGIN: "'https://a.example.com'"}),
        (
            "origins: ['https://a.example.com'], credentials: true",
            {ORIGIN: "'https://a.example.com'", CREDENTIALS: "'true'"},
        ),
        (TWO, {ORIGIN: "'*'"}),
        (f"{TWO}, credentials: true", {ORIGIN: "'https://a.example.com'", CREDENTIALS: "'true'"}),
    ],
)
def test_both_defaults_carry_the_headers(cors: str, headers: dict[str, str], tmp_path: Path) -> None:
    assert errors(tmp_path, cors)[1] == {"DEFAULT_4XX": headers, "DEFAULT_5XX": headers}


def test_who_does_not_see_errors_is_said(tmp_path: Path) -> None:
    assert errors(tmp_path, f"{TWO}, credentials: true")[0].said == [
        (
            "cors-errors-for-first-origin: errors that API Gateway answers by itself show themselves to "
            "https://a.example.com alone, not to https://b.example.com"
        )
    ]
    assert errors(tmp_path, TWO)[0].said == []


def test_responses_of_the_document_are_completed_and_their_headers_stay(tmp_path: Path) -> None:
    own = (
        "{UNAUTHORIZED: {statusCode: '401', responseParameters: {gatewayresponse.header.X: \"'1'\"}}, "
        f"DEFAULT_4XX: {{responseParameters: {{{ORIGIN}: \"'https://c.example.com'\"}}}}}}"
    )
    found, made = errors(tmp_path, "origins: ['https://a.example.com']", own)

    assert made == {
        "UNAUTHORIZED": {"gatewayresponse.header.X": "'1'", ORIGIN: "'https://a.example.com'"},
        "DEFAULT_4XX": {ORIGIN: "'https://c.example.com'"},
        "DEFAULT_5XX": {ORIGIN: "'https://a.example.com'"},
    }
    assert [one.partition(":")[0] for one in found.said] == ["cors-contradicts-document"]
