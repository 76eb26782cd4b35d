"""`cors:` of specforge.yaml, applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge import compiler
from tests.expand.apis import expanded, with_cors

APP = "{origins: ['https://app.example.com']}"
TWO = "{origins: ['https://app.example.com', 'https://admin.example.com'], credentials: true}"
LAMBDA = "x-specforge-integration: {lambda: f}"


def get(integration: str) -> str:
    return f"paths: {{/a: {{get: {{responses: {{'200': {{description: ok}}}}, {integration}}}}}}}"


def test_an_http_api_gets_the_extension(tmp_path: Path) -> None:
    cors = "{origins: ['https://a.example.com'], expose-headers: [X-Total], credentials: true, max-age: 60}"
    paths = f"{{get: {{responses: {{}}, {LAMBDA}}}, put: {{requestBody: {{}}, responses: {{}}, {LAMBDA}}}}}"
    made = expanded(f"paths: {{/a: {paths}}}", with_cors(tmp_path, cors, kind="http")).api.cors

    assert made is not None
    assert list(map(str, made.allow_origins)) == ["https://a.example.com"]
    assert list(map(str, made.allow_methods)) == ["GET", "PUT"]
    assert list(map(str, made.allow_headers)) == ["Content-Type"]
    assert list(map(str, made.expose_headers)) == ["X-Total"]
    assert (made.max_age_s, made.allow_credentials) == (60, True)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("https://app.example.com", []),
        (
            "https://b.example.com",
            [
                (
                    "cors-contradicts-document: the document allows the origin https://b.example.com, cors of "
                    "specforge.yaml does not; the document counts"
                )
            ],
        ),
    ],
)
def test_the_extension_of_the_document_stays(own: str, said: list[str], tmp_path: Path) -> None:
    text = f"x-amazon-apigateway-cors: {{allowOrigins: ['{own}']}}\n{get(LAMBDA)}"
    found = expanded(text, with_cors(tmp_path, APP, kind="http"))

    assert found.api.cors is not None
    assert list(map(str, found.api.cors.allow_origins)) == [own]
    assert found.said == said


def test_a_rest_api_names_the_operations_whose_backends_have_to_answer_for_themselves(tmp_path: Path) -> None:
    operation = "responses: {}, x-specforge-integration:"
    found = expanded(
        "paths:\n"
        f"  /a: {{get: {{{operation} {{lambda: f}}}}, put: {{{operation} {{http: 'https://x.example.com'}}}}}}\n"
        f"  /b: {{get: {{{operation} {{download: {{bucket: abc, key: a}}}}}}}}\n"
        f"  /c: {{get: {{{operation} {{mock: 204}}}}}}\n",
        with_cors(tmp_path, APP),
    )

    assert found.said == [
        (
            "cors-left-to-backend: GET /a, PUT /a: the answer passes unchanged, so the backend must send "
            "Access-Control-Allow-Origin itself"
        )
    ]


def test_credentials_are_never_allowed_for_every_origin(tmp_path: Path) -> None:
    found = expanded(
        get("x-specforge-integration: {mock: 204}"), with_cors(tmp_path, "{origins: ['*'], credentials: true}")
    )

    assert found.said == [
        (
            "wildcard-origin-with-credentials: credentials are allowed for the origin *; they need explicit "
            "origins, so they are left out"
        )
    ]
    assert "Credentials" not in repr(found.api)


def test_a_word_that_is_none_allows_nothing(tmp_path: Path) -> None:
    wrong = "{origins: [\"https://a.example.com'\", 'https://b.example.com/']}"
    found = expanded(get("x-specforge-integration: {mock: 204}"), with_cors(tmp_path, wrong))

    assert [operation.method for operation in found.api.operations] == ["GET"]
    assert found.api.gateway_responses == ()


DOCUMENT = """
openapi: 3.0.1
info: {title: Orders, version: '1', description: d}
paths:
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getOrder
      security: [{key: [], login: []}]
      parameters: [{name: X-Trace, in: header, schema: {type: string}}]
      responses: {'200': {description: ok}, '404': {description: no}}
      x-specforge-integration: {http: {url: 'https://orders.example.com/{id}', proxy: false}}
    put:
      operationId: putOrder
      security: [{login: []}]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${stageVariables.f}/invocations
        responses: {default: {statusCode: '200', responseTemplates: {application/json: $input.body}}}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    login:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: ${var.authorizer_invoke_arn}
"""


@pytest.mark.parametrize("cors", [APP, TWO, "{origins: ['*'], max-age: 600, expose-headers: [X-Total]}"])
def test_the_rules_find_nothing_to_say_about_what_was_made(cors: str, tmp_path: Path) -> None:
    with_cors(tmp_path, cors)
    spec = tmp_path / "orders.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")

    found = compiler.compile(spec, targets=["openapi"])

    about_cors = {str(one.rule) for one in found.diagnostics if "origin" in one.rule or "preflight" in one.rule}
    of_configuration = {str(one.rule) for one in found.diagnostics if one.span.file.endswith("specforge.yaml")}
    assert about_cors | of_configuration <= {"cors-errors-for-first-origin"}
    assert found.ok
