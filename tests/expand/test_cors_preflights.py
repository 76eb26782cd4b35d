"""Answers to preflights."""

from __future__ import annotations

from pathlib import Path

from specforge.ir import Mock, Operation, When
from tests.expand.apis import Expanded, expanded, with_cors

ONE = "{origins: ['https://a.example.com'], max-age: 600}"
LAMBDA = "responses: {}, x-specforge-integration: {lambda: f}"


def preflights(folder: Path, paths: str, cors: str = ONE) -> list[Operation]:
    found: Expanded = expanded(f"paths: {paths}", with_cors(folder, cors))
    return [operation for operation in found.api.operations if operation.method == "OPTIONS"]


def headers(operation: Operation) -> dict[str, str]:
    assert isinstance(operation.integration, Mock)
    (answer,) = operation.integration.responses
    return {one.target.removeprefix("method.response.header."): str(one.value) for one in answer.parameters}


def test_a_path_gets_an_open_options_method_that_says_what_is_allowed(tmp_path: Path) -> None:
    (made,) = preflights(tmp_path, f"{{'/a/{{id}}': {{get: {{{LAMBDA}}}, delete: {{{LAMBDA}}}}}}}")

    assert made.security == ()
    assert not made.security_inherited
    assert headers(made) == {
        "Access-Control-Allow-Origin": "'https://a.example.com'",
        "Access-Control-Allow-Methods": "'DELETE,GET,OPTIONS'",
        "Access-Control-Allow-Headers": "'Content-Type'",
        "Access-Control-Max-Age": "'600'",
    }
    assert [(one.name, one.declared) for one in made.parameters] == [("id", True)]
    (response,) = made.responses
    assert (response.status, [one.name for one in response.headers]) == ("204", list(headers(made)))


def test_it_stays_open_where_the_document_is_guarded(tmp_path: Path) -> None:
    guard = "security: [{k: []}]\ncomponents: {securitySchemes: {k: {type: apiKey, name: x-api-key, in: header}}}"
    (made,) = preflights(tmp_path, f"{{/a: {{get: {{{LAMBDA}}}}}}}\n{guard}")

    assert (made.security, made.api_key_required, made.auth) == ((), False, None)
    assert headers(made)["Access-Control-Allow-Headers"] == "'x-api-key'"


def test_configured_methods_count(tmp_path: Path) -> None:
    (made,) = preflights(tmp_path, f"{{/a: {{get: {{{LAMBDA}}}}}}}", "{origins: ['*'], methods: [GET, HEAD]}")

    assert headers(made)["Access-Control-Allow-Methods"] == "'GET,HEAD'"


def test_an_options_method_of_the_document_stays_alone(tmp_path: Path) -> None:
    (own,) = preflights(tmp_path, f"{{/a: {{get: {{{LAMBDA}}}, options: {{operationId: own, {LAMBDA}}}}}}}")

    assert own.operation_id == "own"


def test_a_path_that_takes_any_method_has_its_preflight_answered_too(tmp_path: Path) -> None:
    (made,) = preflights(tmp_path, f"{{/a: {{x-amazon-apigateway-any-method: {{{LAMBDA}}}}}}}")

    assert headers(made)["Access-Control-Allow-Methods"] == "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'"


def test_it_stands_under_the_conditions_of_its_path(tmp_path: Path) -> None:
    found = preflights(tmp_path, f"{{/a: !If [IsProd, {{get: {{{LAMBDA}}}}}, {{put: {{{LAMBDA}}}}}]}}")

    assert [made.when for made in found] == [
        (When(condition="IsProd", holds=True),),
        (When(condition="IsProd", holds=False),),
    ]


def test_of_several_origins_the_one_that_asks_is_named(tmp_path: Path) -> None:
    two = "{origins: ['https://a.example.com', 'https://b.example.com']}"
    (made,) = preflights(tmp_path, f"{{/a: {{get: {{{LAMBDA}}}}}}}", two)

    assert isinstance(made.integration, Mock)
    (template,) = made.integration.responses[0].templates
    assert "'https://b.example.com'" in str(template.body)
    assert headers(made)["Vary"] == "'Origin'"


def test_where_every_body_is_binary_the_mock_reads_text(tmp_path: Path) -> None:
    text = f"{{/a: {{get: {{{LAMBDA}}}}}}}\nx-amazon-apigateway-binary-media-types: ['*/*']"
    (made,) = preflights(tmp_path, text)

    assert isinstance(made.integration, Mock)
    assert str(made.integration.content_handling) == "CONVERT_TO_TEXT"
