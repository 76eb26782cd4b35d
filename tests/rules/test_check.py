"""Rules run where what they look at occurs."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.compiler import Options, judge_all
from specforge.errors import SourceError
from specforge.rules import check
from tests.judged import HEAD, found, put
from tests.required import corpus


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


LARGE_BODY = """
paths:
  /a:
    post:
      requestBody: {content: {text/plain: {schema: {$ref: '%s'}}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: mock}
"""


def test_a_word_that_a_rule_needs_may_stand_in_another_file(tmp_path: Path) -> None:
    put(tmp_path, other="Text: {type: string, maxLength: 99999999}")

    assert rules(tmp_path, LARGE_BODY % "other.yaml#/Text", "body-larger-than-payload-limit") == [
        "body-larger-than-payload-limit"
    ]


@pytest.mark.parametrize("word", ["maxLength", '"max\\u004cength"', '"max\\x4cength"'])
def test_a_word_that_a_rule_needs_may_be_spelled_by_escapes(tmp_path: Path, word: str) -> None:
    body = (
        LARGE_BODY % "#/components/schemas/Text"
        + f"components: {{schemas: {{Text: {{type: string, {word}: 99999999}}}}}}"
    )

    assert rules(tmp_path, body, "body-larger-than-payload-limit") == ["body-larger-than-payload-limit"]


@pytest.mark.parametrize(("as_is", "number"), [(True, 1), (False, 0)])
def test_a_rule_may_need_an_option(tmp_path: Path, as_is: bool, number: int) -> None:
    spec = put(tmp_path, api=f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{a_b: {{type: object}}}}}}\n")
    options = Options(settings=("api.kind=rest",), select=("model-name-refused-by-aws",), import_as_is=as_is)

    (judged,) = judge_all(spec, options=options)

    assert len(judged.diagnostics) == number


def test_rules_that_are_not_loaded_would_have_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [path for path in sorted(corpus("aws").rglob("*")) if path.suffix in {".yaml", ".yml", ".json"}]
    spared = list(map(findings_in, documents))
    monkeypatch.setattr(check, "LONG_TEXT", 0)

    assert list(map(findings_in, documents)) == spared
    assert any(spared)


def findings_in(path: Path) -> list[tuple[str, str]]:
    try:
        return [
            (one.rule, str(one.span))
            for judged in judge_all(str(path), options=Options())
            for one in judged.diagnostics
        ]
    except SourceError:
        return []
