"""Rules run where what they look at occurs."""

from __future__ import annotations

from pathlib import Path

from specforge.compiler import Options, judge_all
from tests.judged import found, put


def rules(folder: Path, body: str, *select: str) -> list[str]:
    return [one.rule for one in found(folder, body, *select)]


def test_rules_look_at_the_document_its_keys_and_its_model(tmp_path: Path) -> None:
    body = """
    x-amazon-apigateway-polcy: {}
    paths:
      /a:
        get:
          security: []
          operationId: x
          responses: {'200': {description: ok}}
          x-amazon-apigateway-integration: {type: mokc}
        put:
          security: []
          operationId: x
          responses: {'200': {description: ok}}
          x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://x.example', timeoutInMillis: 1}
    """

    assert {"unknown-extension", "unknown-integration-type", "integration-timeout-out-of-range"} <= set(
        rules(tmp_path, body)
    )


def test_rules_of_the_gateway_leave_a_plain_document_alone(tmp_path: Path) -> None:
    body = "paths: {/a: {get: {responses: {'200': {description: ok}}}}}\n"
    spec = put(tmp_path, api=f"openapi: 3.0.1\ninfo: {{title: t, version: '1'}}\n{body}")

    def of(kind: str) -> set[str]:
        (judged,) = judge_all(spec, options=Options(settings=(f"api.kind={kind}",)))
        return {one.rule for one in judged.diagnostics}

    assert of("plain") == set()
    assert of("rest")


def test_a_document_of_an_unknown_version_is_told_that_and_nothing_else(tmp_path: Path) -> None:
    spec = put(tmp_path, api="openapi: 9.9.9\npaths: {/a: {get: {x-amazon-apigateway-integration: {type: mokc}}}}\n")

    (judged,) = judge_all(spec, options=Options())

    assert [one.rule for one in judged.diagnostics] == ["unknown-openapi-version"]


def test_a_shared_object_is_judged_once(tmp_path: Path) -> None:
    body = """
    components:
      pathItems: {a: {get: {responses: {}, x-amazon-apigateway-integration: {type: mokc}}}}
    paths: {/a: {$ref: '#/components/pathItems/a'}, /b: {$ref: '#/components/pathItems/a'}}
    """

    assert rules(tmp_path, body, "unknown-integration-type") == ["unknown-integration-type"]
