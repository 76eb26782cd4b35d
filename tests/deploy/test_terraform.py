"""What the real Terraform and the real AWS provider, 5.100, say of the modules."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from specforge.ir import Data
from specforge.render import encode_hcl
from specforge.targets.terraform.body import literal_json
from tests.deploy.cases import DOCUMENTS, SETTINGS, cases, everything, examples, settings
from tests.deploy.terraform import Root, provider, run
from tests.required import corpus


@pytest.mark.slow
def test_the_modules_of_examples_settings_and_real_documents_can_be_planned(aws: str, tmp_path: Path) -> None:
    own = [everything("terraform"), *examples("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    real = [case for name in DOCUMENTS for case in cases(corpus("aws") / name, "terraform")]
    root = Root(tmp_path, [*own, *real], configured=provider(aws))
    root.init()

    planned = root.modules()

    kinds = [{each["type"] for each in module["resources"]} for module in planned]
    assert {"aws_api_gateway_rest_api", "aws_api_gateway_usage_plan_key", "aws_route53_record"} <= kinds[0]
    assert {"aws_cloudwatch_metric_alarm", "aws_api_gateway_vpc_link", "aws_iam_role_policy"} <= kinds[0]
    assert {"aws_apigatewayv2_api", "aws_apigatewayv2_api_mapping"} <= kinds[2]
    assert {"aws_s3_bucket", "aws_s3_bucket_cors_configuration", "aws_lambda_function"} <= kinds[3]
    bodies = [json.loads(body) for module in planned[len(own) :] for body in bodies_of(module)]
    assert [body["openapi"] for body in bodies] == ["3.0.1"] * len(real)
    assert not [path for body in bodies for path in (*body, *body["paths"]) if path.startswith("Fn::")]


def bodies_of(module: Mapping[str, Any]) -> list[str]:
    return [each["values"]["body"] for each in module["resources"] if "body" in each.get("values", {})]


def test_the_modules_are_formatted(tmp_path: Path) -> None:
    modules = [*examples("terraform"), everything("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    for number, case in enumerate(modules):
        case.write(tmp_path / str(number))

    found = run(tmp_path, "fmt", "-check", "-diff", "-recursive", "-no-color")

    assert (found.returncode, found.stdout) == (0, "")


def test_the_rendered_template_is_the_import_document_byte_for_byte(tmp_path: Path) -> None:
    hostile = [
        "${x}",
        "%{ if true }",
        "$${x}",
        '"',
        "\\",
        "a\nb",
        "!Sub ${y}",
        "{{resolve:ssm:x}}",
        "Fn::GetAtt",
        "\u2028",
    ]
    operation: dict[str, Data] = {
        "description": " ".join(map(str, hostile)),
        "parameters": [{"name": "Fn::Sub", "in": "query", "schema": {"type": "string", "enum": [*hostile]}}],
        "responses": {"200": {"description": "!GetAtt a.b %{x} $${y}"}},
        "x-amazon-apigateway-integration": {
            "type": "mock",
            "requestTemplates": {"application/json": "\n".join(map(str, hostile))},
            "requestParameters": {"integration.request.header.a": "'${stageVariables.a}'"},
        },
    }
    document: dict[str, Data] = {
        "openapi": "3.0.1",
        "info": {"title": "hostile", "version": "1"},
        "paths": {
            "/a": {"get": operation},
            "/b": {"get": {**operation, "x-amazon-apigateway-integration": {"type": "aws_proxy", "uri": "${reader}"}}},
        },
    }
    spec = tmp_path / "api.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    (case,) = cases(spec, "terraform")
    (imported,) = cases(spec, "openapi")
    names = dict.fromkeys(re.findall(r"jsonencode\((\w+)\)", case.files["openapi.json.tftpl"]), "${reader}")
    case.write(tmp_path / "module")
    tmp_path.joinpath("main.tf.json").write_text(
        json.dumps({"output": {"body": {"value": templatefile("module/openapi.json.tftpl", names)}}}), encoding="utf-8"
    )

    assert run(tmp_path, "apply", "-auto-approve", "-no-color").returncode == 0

    assert run(tmp_path, "output", "-raw", "body").stdout == imported.files["openapi.json"]


def templatefile(path: str, names: Mapping[str, str]) -> str:
    values = ", ".join(f"{name} = {encode_hcl(value)}" for name, value in names.items())
    return f'${{templatefile("{path}", {{ {values} }})}}'


def test_a_text_comes_out_of_a_template_as_it_went_in(tmp_path: Path) -> None:
    texts: list[Data] = [
        "${x}",
        "$${x}",
        "$$${x}",
        "%{if}",
        "%%{x}",
        "$%{x}",
        "%${x}",
        "a$",
        "$${",
        "${",
        "%{",
        '"\\\n',
    ]
    tmp_path.joinpath("t.tftpl").write_text(literal_json(texts), encoding="utf-8")
    tmp_path.joinpath("main.tf").write_text(
        'output "texts" {\n  value = templatefile("${path.module}/t.tftpl", {})\n}\n', encoding="utf-8"
    )

    applied = run(tmp_path, "apply", "-auto-approve", "-no-color")

    assert applied.returncode == 0, applied.stderr
    assert json.loads(run(tmp_path, "output", "-raw", "texts").stdout) == texts
