from __future__ import annotations

from typing import Any

import pytest

from specforge.importdoc.public import public_document
from tests.importdoc.parts import read

FUNCTION = (
    "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:f/invocations"
)


def shown(scheme: str, operation: str = "security: [{it: []}]") -> tuple[Any, Any]:
    """Returns the schemes, and what the operation requires."""
    document: Any = public_document(
        read(f"""
info: {{title: orders, version: '1'}}
paths:
  /orders:
    get:
      {operation}
      responses: {{'200': {{description: ok}}}}
components:
  securitySchemes:
    it: {scheme}
""")
    ).content
    return document["components"]["securitySchemes"], document["paths"]["/orders"]["get"]["security"]


def authorizer(source: str) -> str:
    own = f"{{type: request, authorizerUri: '{FUNCTION}', identitySource: '{source}'}}"
    return f"{{type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: {own}}}"


@pytest.mark.parametrize(
    ("source", "location"),
    [("method.request.header.X-Token", "header"), ("method.request.querystring.X-Token", "query")],
)
def test_a_scheme_named_unused_is_what_the_authorizer_reads(source: str, location: str) -> None:
    schemes, security = shown(authorizer(source))

    assert schemes == {"it": {"type": "apiKey", "name": "X-Token", "in": location}}
    assert security == [{"it": []}]


def test_several_values_are_several_schemes_that_come_together() -> None:
    schemes, security = shown(authorizer("method.request.header.A, context.path, method.request.header.B"))

    assert schemes == {
        "it": {"type": "apiKey", "name": "A", "in": "header"},
        "it2": {"type": "apiKey", "name": "B", "in": "header"},
    }
    assert security == [{"it": [], "it2": []}]


def test_sources_that_no_caller_sends_leave_the_scheme_as_it_is() -> None:
    schemes, _ = shown(authorizer("context.identity.sourceIp"))

    assert schemes == {"it": {"type": "apiKey", "name": "Unused", "in": "header"}}


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("https://id.example.com/", {
            "type": "openIdConnect", "openIdConnectUrl": "https://id.example.com/.well-known/openid-configuration",
        }),
        ("${var.issuer}", {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}),
    ],
)  # fmt: skip
def test_a_json_web_token_is_asked_for_by_its_issuer(issuer: str, expected: Any) -> None:
    own = f"{{type: jwt, jwtConfiguration: {{issuer: '{issuer}', audience: [a]}}}}"

    schemes, _ = shown(f"{{type: oauth2, x-amazon-apigateway-authorizer: {own}}}")

    assert schemes == {"it": expected}


def test_signed_requests_are_said_to_be_signed() -> None:
    schemes, _ = shown("{type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}")

    assert schemes["it"]["description"] == "Requests are signed with AWS Signature Version 4."


def test_iam_without_a_scheme_gets_one() -> None:
    schemes, security = shown(
        "{type: apiKey, name: x-api-key, in: header}", "x-amazon-apigateway-auth: {type: AWS_IAM}"
    )

    assert schemes["AWSSignatureV4"]["name"] == "Authorization"
    assert security == [{"AWSSignatureV4": []}]
