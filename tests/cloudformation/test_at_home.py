from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import specforge

TEMPLATE = """\
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Parameters:
  Reader: {Type: String}
  Stage: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  ReadFunction: {Type: AWS::Serverless::Function, Properties: {}}
  Orders:
    Type: %s
    Properties:
      StageName: prod
      %s:
        openapi: 3.0.1
        info: {title: !Sub "orders-${Stage}", version: "1"}
        paths:
          /orders:
            get:
              responses: {"200": {description: ok}}
              x-amazon-apigateway-integration: &read
                type: aws_proxy
                httpMethod: POST
                payloadFormatVersion: "2.0"
                uri: !Sub >-
                  arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${ReadFunction.Arn}/invocations
            put: !If
              - IsProd
              - responses: {"200": {description: ok}}
                x-amazon-apigateway-integration: *read
              - !Ref AWS::NoValue
"""
UPLOAD = """\
            post:
              responses: {}
              x-specforge-integration: {upload: {bucket: photos, key: "in/", max-bytes: 1000}}
"""
SAM = TEMPLATE % ("AWS::Serverless::Api", "DefinitionBody")


def files_of(folder: Path, text: str, target: str = "sam", *settings: str) -> tuple[dict[str, str], list[str]]:
    """Returns the files and the rules that found something."""
    folder.joinpath("template.yaml").write_text(text, encoding="utf-8")
    result = specforge.compile(folder / "template.yaml", targets=[target], settings=settings, allow_errors=True)
    texts = {file.path.name: file.content for file in result.files if isinstance(file.content, str)}
    return texts, [found.rule for found in result.diagnostics]


def body_of(files: dict[str, str]) -> dict[str, Any]:
    body: dict[str, Any] = yaml.safe_load(files["definition-body.yaml"])
    return body


@pytest.mark.parametrize(
    ("kind", "name", "target"),
    [
        ("AWS::Serverless::Api", "DefinitionBody", "sam"),
        ("AWS::Serverless::HttpApi", "DefinitionBody", "sam"),
        ("AWS::ApiGateway::RestApi", "Body", "cloudformation"),
        ("AWS::ApiGatewayV2::Api", "Body", "cloudformation"),
    ],
)
def test_a_document_in_a_template_makes_no_second_stack(tmp_path: Path, kind: str, name: str, target: str) -> None:
    files, _ = files_of(tmp_path, TEMPLATE % (kind, name), target)

    assert sorted(files) == ["README.md", "definition-body.yaml"]
    assert f"place of `{name}` of `Orders`" in files["README.md"]


def test_references_to_the_template_stay_as_they_are(tmp_path: Path) -> None:
    body = body_of(files_of(tmp_path, SAM)[0])

    get = body["paths"]["/orders"]["get"]["x-amazon-apigateway-integration"]
    assert get["uri"]["Fn::Sub"].endswith(
        "${AWS::Region}:lambda:path/2015-03-31/functions/${ReadFunction.Arn}/invocations"
    )
    assert body["info"]["title"] == {"Fn::Sub": "orders-${Stage}"}


def test_conditions_of_the_template_stay_conditions(tmp_path: Path) -> None:
    files, _ = files_of(tmp_path, SAM)

    name, then, otherwise = body_of(files)["paths"]["/orders"]["put"]["Fn::If"]
    assert (name, otherwise) == ("IsProd", {"Ref": "AWS::NoValue"})
    assert "x-amazon-apigateway-integration" in then
    assert "parts.yaml" not in files


def test_another_tools_expression_is_a_parameter_with_a_name_of_its_own(tmp_path: Path) -> None:
    text = SAM.replace('payloadFormatVersion: "2.0"', "credentials: ${reader}")

    files, rules = files_of(tmp_path, text)

    integration = body_of(files)["paths"]["/orders"]["get"]["x-amazon-apigateway-integration"]
    assert integration["credentials"] == {"Ref": "Reader2"}
    assert yaml.safe_load(files["parts.yaml"])["Parameters"]["Reader2"]["Type"] == "String"
    assert "`Reader2`" in files["README.md"]
    assert "foreign-expression-becomes-input" in rules


def test_what_a_short_form_needs_goes_into_the_template_with_it(tmp_path: Path) -> None:
    text = SAM.replace("            get:\n", UPLOAD + "            get:\n")

    files, _ = files_of(tmp_path, text)

    kinds = {one["Type"] for one in yaml.safe_load(files["parts.yaml"])["Resources"].values()}
    assert {"AWS::Serverless::Function", "AWS::S3::Bucket", "AWS::Lambda::Permission"} <= kinds
    assert "${Orders}/*/POST/orders" in files["parts.yaml"]


def test_the_deployment_of_the_configuration_is_left_to_the_template(tmp_path: Path) -> None:
    _, rules = files_of(tmp_path, SAM, "sam", "deploy.stages.prod.tracing=true")

    assert "deployment-left-to-template" in rules
