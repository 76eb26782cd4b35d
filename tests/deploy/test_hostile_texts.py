"""Texts that CloudFormation could take for its own arrive as they were: the template worked out is openapi.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import specforge
from tests.deploy.evaluate import Evaluator

GIVEN = {"AWS::Region": "eu-west-1", "AWS::AccountId": "123456789012", "AWS::Partition": "aws", "StageName": "prod"}
TEXTS = [
    "${x}",
    "${Api}",
    "${ProdStage.Arn}",
    "${StageName}",
    "${AWS::StackName} ${AWS::NoValue}",
    "${!Api} $${Api} $$${Api}",
    "${ Api } ${}",
    "a$ ${ {$ $",
    "!Sub ${Api}",
    "!Ref Api",
    "Fn::Sub",
    "%{if true}",
    "{{ resolve }} {{resolve}} {resolve:ssm:x}",
    "\"'\\\n\t- x: y #z",
    "\u2028\u00e4\U0001f600",
]
DOCUMENT = {
    "openapi": "3.0.1",
    "info": {"title": "hostile", "version": "1"},
    "paths": {
        "/a": {
            "get": {
                "description": "",
                "responses": {"200": {"description": ""}},
                "x-amazon-apigateway-integration": {
                    "type": "mock",
                    "requestTemplates": {"application/json": ""},
                    "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": ""}}},
                },
            }
        }
    },
    "components": {"schemas": {"Word": {"type": "string", "description": "", "enum": []}}},
}


def document(text: str) -> dict[str, Any]:
    """Returns a document with a text in every sort of place."""
    found: dict[str, Any] = json.loads(json.dumps(DOCUMENT))
    operation = found["paths"]["/a"]["get"]
    integration = operation["x-amazon-apigateway-integration"]
    operation["description"] = found["info"]["description"] = f"x{text}"
    operation["responses"]["200"]["description"] = text
    integration["requestTemplates"]["application/json"] = f'{{"statusCode": 200}}## {text}'
    integration["responses"]["default"]["responseTemplates"]["application/json"] = f"## {text}"
    word = found["components"]["schemas"]["Word"]
    word["description"], word["enum"] = text, [text, f"{text}${{AWS::Region}}"]
    return found


def built(folder: Path, content: dict[str, Any], *settings: str) -> dict[str, Any]:
    """Returns the files of openapi, sam and cloudformation by their paths."""
    spec = folder / "spec.json"
    spec.write_text(json.dumps(content), encoding="utf-8")
    targets = ["openapi", "sam", "cloudformation"]
    result = specforge.compile(spec, targets=targets, settings=["api.kind=rest", *settings], allow_errors=True)
    return {str(file.path): file.content for file in result.files}


def as_written(data: object) -> str:
    """Returns data as openapi.json has it."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def at_import(text: str) -> str:
    """Returns a document as API Gateway's import fills it in."""
    for name in ("AWS::Region", "AWS::AccountId", "AWS::Partition"):
        text = text.replace("${" + name + "}", GIVEN[name])
    return text


@pytest.mark.parametrize(("target", "key"), [("sam", "DefinitionBody"), ("cloudformation", "Body")])
@pytest.mark.parametrize("text", TEXTS)
def test_a_template_worked_out_is_the_import_document(tmp_path: Path, text: str, target: str, key: str) -> None:
    files = built(tmp_path, document(text))
    template = yaml.safe_load(files[f"{target}/template.yaml"])

    body = Evaluator(GIVEN, {}).value(template["Resources"]["Api"]["Properties"][key])

    assert at_import(as_written(body)) == at_import(files["openapi.json"])


@pytest.mark.parametrize("text", [*TEXTS, "{{resolve:ssm:/secret}}"])
def test_a_body_in_a_file_is_the_import_document_byte_for_byte(tmp_path: Path, text: str) -> None:
    files = built(tmp_path, document(text), "build.sam.body=file")

    assert files["sam/openapi.json"] == files["openapi.json"]


def test_a_dynamic_reference_in_a_template_is_no_longer_one(tmp_path: Path) -> None:
    template = yaml.safe_load(built(tmp_path, document("{{resolve:ssm:/secret}}"))["cloudformation/template.yaml"])

    body = Evaluator(GIVEN, {}).value(template["Resources"]["Api"]["Properties"]["Body"])

    assert body["paths"]["/a"]["get"]["responses"]["200"]["description"] == "{ {resolve:ssm:/secret}}"


@pytest.mark.parametrize("name", ["Ref", "Fn::Sub", "Fn::GetAtt"])
def test_a_key_that_is_a_function_in_a_template_stays_a_key_in_a_file(tmp_path: Path, name: str) -> None:
    content = document("x")
    content["components"]["schemas"]["Word"] = {"type": "object", "properties": {name: {"type": "string"}}}

    files = built(tmp_path, content, "build.sam.body=file")

    assert json.loads(files["sam/openapi.json"])["components"]["schemas"]["Word"]["properties"] == {
        name: {"type": "string"}
    }
