from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from specforge.document import Document, open_
from specforge.errors import SourceError
from specforge.source import Files, read_text

TEMPLATE = """
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Rest:
    Type: AWS::Serverless::Api
    Properties: {DefinitionBody: {openapi: 3.0.1, paths: {/a: {$ref: "#/x-items/a"}}, x-items: {a: {get: {}}}}}
  Http:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Body: {openapi: 3.0.1, paths: {}}}
  Elsewhere:
    Type: AWS::ApiGateway::RestApi
    Properties: {BodyS3Location: {Bucket: b}}
  Function: {Type: AWS::Serverless::Function}
  Broken: 1
"""


def documents(text: str, name: str = "api.yaml", report: Report | None = None) -> tuple[Document, ...]:
    return open_(read_text(text, name), Files("."), report if report is not None else Report())


def test_a_file_is_a_document() -> None:
    (found,) = documents("openapi: 3.0.1\npaths: {}")

    assert (found.name, found.logical_id, found.declared_kind, found.template) == ("api.yaml", None, None, None)
    assert found.root.path() == ""


def test_every_body_of_a_template_is_a_document_of_its_own() -> None:
    rest, http = documents(TEMPLATE, "template.yaml")

    assert [document.name for document in (rest, http)] == [
        "template.yaml#/Resources/Rest",
        "template.yaml#/Resources/Http",
    ]
    assert [(document.logical_id, document.declared_kind) for document in (rest, http)] == [
        ("Rest", "rest"),
        ("Http", "http"),
    ]
    assert rest.template is not None
    assert rest.template.path() == ""
    assert rest.root.path() == "/Resources/Rest/Properties/DefinitionBody"


def test_references_in_a_body_begin_at_the_body() -> None:
    rest, _ = documents(TEMPLATE, "template.yaml")
    node = rest.root.at("paths", "/a")
    found = rest.references.resolve("#/x-items/a", rest.root)

    assert node.value == {"$ref": "#/x-items/a"}
    assert found is not None
    assert found.path() == "/Resources/Rest/Properties/DefinitionBody/x-items/a"


@pytest.mark.parametrize("text", ["a: 1", "[]", "Resources: {F: {Type: AWS::Serverless::Function}}", ""])
def test_what_holds_no_api_is_no_document(text: str) -> None:
    with pytest.raises(SourceError, match="is no API document"):
        documents(text)


def test_a_file_that_cannot_be_read_is_reported_and_gives_none() -> None:
    report = Report()

    assert documents("openapi: [", report=report) == ()
    assert [finding.rule for finding in report.findings] == ["yaml-syntax-error"]


def test_problems_of_a_sound_file_are_reported() -> None:
    report = Report()
    documents("openapi: 3.0.1\npaths: {}\npaths: {}", report=report)

    assert [finding.rule for finding in report.findings] == ["duplicate-key"]


def test_a_key_that_stands_twice_in_a_template_counts_only_inside_of_a_body() -> None:
    report = Report()
    documents(
        "Resources:\n"
        "  Api:\n"
        "    Type: AWS::Serverless::Api\n"
        "    Properties: {DefinitionBody: {openapi: 3.0.1, paths: {/a: {}, /a: {}}}}\n"
        "  Function: {Type: AWS::Serverless::Function, Properties: {Handler: a, Handler: b}}\n",
        "template.yaml",
        report,
    )

    assert [(finding.rule, finding.message) for finding in report.take()] == [
        ("duplicate-key", "key '/a' is given twice; it stands first on line 4")
    ]
