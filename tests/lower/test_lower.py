from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.document import open_
from specforge.errors import SourceError
from specforge.ir import Api, Kind
from specforge.ir.walk import nodes
from specforge.lower import lower
from specforge.lower.lower import STEPS
from specforge.source import Files, Problem, read_text
from tests.lower.documents import api_of, configured, lowered
from tests.required import ROOT, corpus


def test_every_step_fills_a_field_of_its_own() -> None:
    fields = [field for field, _ in STEPS]

    assert len(set(fields)) == len(fields)
    by_itself = {"kind", "origin", "spec_version", "swagger", "name"}
    assert set(Api.__struct_fields__) - set(fields) == by_itself | {"needs"}  # which are for expand to say


@pytest.mark.parametrize(
    ("kind", "expected"), [("{kind: http}", Kind.HTTP), ("{kind: nonsense}", Kind.REST), ("{}", Kind.REST)]
)
def test_the_kind_is_configured_or_inferred(kind: str, expected: Kind, tmp_path: Path) -> None:
    config = configured(f"api: {kind}", tmp_path)

    assert lowered("openapi: 3.0.1\nx-amazon-apigateway-binary-media-types: [a/b]", config).kind is expected


def test_the_version_is_kept_as_spelled() -> None:
    api = api_of("paths: {}", "swagger: 2.0")

    assert (api.spec_version, api.swagger) == ("2.0", True)


@pytest.mark.parametrize("value", ["1", "[]", "null", "text", "{}", "{Ref: X}", '{"Fn::If": [A, 1, 2]}', "{$ref: '#'}"])
@pytest.mark.parametrize("version", ["openapi: 3.1.0", "swagger: '2.0'"])
def test_no_malformed_part_stops_it(version: str, value: str) -> None:
    keys = [
        "info", "servers", "tags", "paths", "components", "definitions", "security", "securityDefinitions", "host",
        "schemes", "basePath", "consumes", "produces", "parameters", "responses", "webhooks", "externalDocs",
        *(f"x-amazon-apigateway-{name}" for name in (
            "request-validators", "request-validator", "gateway-responses", "policy", "cors", "documentation",
            "binary-media-types", "minimum-compression-size", "api-key-source", "endpoint-configuration",
            "endpoint-access-mode", "security-policy", "importexport-version",
        )),
    ]  # fmt: skip
    for key in keys:
        whole = lowered(f"{version}\n{key}: {value}")
        inside = lowered(f"{version}\n{key}: {{a: {value}}}") if key != "paths" else whole
        list_ = lowered(f"{version}\n{key}: [{value}]")
        for api in (whole, inside, list_):
            assert list(nodes(api, schemas=True))


@pytest.mark.parametrize("value", ["1", "[]", "[1]", "null", "{}", "{a: 1}", "{Ref: X}", "{$ref: '#/nowhere'}"])
@pytest.mark.parametrize("version", ["openapi: 3.0.1", "swagger: '2.0'"])
def test_no_malformed_part_of_an_operation_stops_it(version: str, value: str) -> None:
    keys = (
        "parameters", "requestBody", "responses", "security", "tags", "x-amazon-apigateway-integration",
        "x-amazon-apigateway-auth", "x-specforge-integration", "operationId", "consumes", "x-specforge-allow",
    )  # fmt: skip
    for key in keys:
        api = api_of(f"paths: {{/a: {value}, /b: {{get: {value}, put: {{{key}: {value}}}}}}}", version)
        assert list(nodes(api, schemas=True))


def test_the_example_apis_are_lowered_whole() -> None:
    for name, kind, operations in (("orders", Kind.REST, 20), ("catalog", Kind.HTTP, 10)):
        files = Files(str(ROOT / "specs"))
        source = files.open(str(ROOT / "specs" / f"{name}.yaml"))
        assert not isinstance(source, Problem)
        (document,) = open_(source, files, Report())
        api = lower(document, configured(), Report())

        assert (api.kind, len(api.operations)) == (kind, operations)


@pytest.mark.parametrize("part", ["aws", "general", "multifile"])
def test_every_document_of_the_corpus_is_lowered(part: str) -> None:
    folder = corpus(part)
    count = 0
    for path in sorted(folder.rglob("*")):
        files = Files(str(folder))
        source = files.open(str(path)) if path.is_file() else None
        if source is None or isinstance(source, Problem):
            continue
        try:
            documents = open_(source, files, Report())
        except SourceError:
            continue
        for document in documents:
            api = lower(document, configured(), Report())
            assert list(nodes(api, schemas=True))
            assert all(name in api.schemas for name in api.schemas)
            count += 1

    assert count > 5


def test_a_body_in_a_template_is_lowered_with_references_of_its_own() -> None:
    text = """
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      DefinitionBody:
        openapi: 3.0.1
        paths: {/a: {get: {responses: {200: {content: {a/b: {schema: {$ref: "#/components/schemas/P"}}}}}}}}
        components: {schemas: {P: {type: string}}}
"""
    (document,) = open_(read_text(text, "template.yaml"), Files("."), Report())
    api = lower(document, configured(), Report())

    assert (api.title, api.kind, list(api.schemas)) == ("Api", Kind.REST, ["P"])
    (content,) = api.operations[0].responses[0].content
    assert type(content.schema).__name__ == "Named"
