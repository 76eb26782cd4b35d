"""What the tools say of APIs in short forms: functions, roles and buckets come with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.cases import Case, cases
from tests.deploy.samcheck import faults
from tests.deploy.terraform import Root, provider, run
from tests.required import ROOT

HTTP = """
openapi: 3.0.1
info: {title: every, version: '1'}
paths:
  /a: {get: {operationId: a, responses: {'200': {description: ok}}, x-specforge-integration: {lambda: a}}}
  /b/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: b
      responses: {'200': {description: ok}}
      x-specforge-integration: {http: {url: 'https://x.example.com/{id}', parameters: {header.X-Id: context.requestId}}}
    put:
      operationId: c
      responses: {'200': {description: ok}}
      x-specforge-integration: {upload: {bucket: things, key: 'c/{id}', max-bytes: 10, content-types: ['image/*']}}
    delete:
      operationId: d
      responses: {'302': {description: ok}}
      x-specforge-integration: {lambda: {function: !GetAtt Removal.Arn, alias: live}}
  /c/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: e
      responses: {'302': {description: ok}}
      x-specforge-integration: {download: {bucket: things, key: 'c/{id}'}}
"""
CONFIGURATION = """
api: {kind: http, name: every}
cors: {origins: ['https://a.example.com', 'https://b.example.com'], credentials: true, max-age: 600}
deploy: {region: eu-west-1, functions: {a: {handler: a.b, code: .}}}
"""


def both(folder: Path, target: str) -> list[Case]:
    """Returns a REST API and an HTTP API that hold every short form they can express, and CORS."""
    spec = folder / "every.yaml"
    spec.write_text(HTTP, encoding="utf-8")
    spec.with_name("every.specforge.yaml").write_text(CONFIGURATION, encoding="utf-8")
    return [case for path in (ROOT / "specs" / "uploads.yaml", spec) for case in cases(path, target)]


@pytest.mark.parametrize("target", ["sam", "cloudformation"])
def test_the_template_is_taken(target: str, tmp_path: Path) -> None:
    assert [faults(case.files["template.yaml"]) for case in both(tmp_path, target)] == [[], []]


@pytest.mark.slow
def test_the_module_can_be_planned(aws: str, tmp_path: Path) -> None:
    root = Root(tmp_path, both(tmp_path, "terraform"), configured=provider(aws))
    root.init()

    kinds = [{each["type"] for each in module["resources"]} for module in root.modules()]

    wanted = {"aws_s3_bucket", "aws_s3_bucket_cors_configuration", "aws_lambda_function", "aws_iam_role_policy"}
    assert [wanted - found for found in kinds] == [set(), set()]


def test_the_module_is_formatted(tmp_path: Path) -> None:
    for number, case in enumerate(both(tmp_path, "terraform")):
        case.write(tmp_path / str(number))

    found = run(tmp_path, "fmt", "-check", "-diff", "-recursive", "-no-color")

    assert (found.returncode, found.stdout) == (0, "")
