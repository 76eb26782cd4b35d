"""What the real Terraform and the real AWS provider, 5.100, say of the modules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specforge.ir import Data
from specforge.targets.terraform.body import literal_json
from tests.deploy.cases import DOCUMENTS, SETTINGS, cases, everything, examples, settings
from tests.deploy.terraform import Root, provider, run
from tests.required import corpus


@pytest.mark.slow
def test_the_modules_of_the_examples_can_be_planned(aws: str, tmp_path: Path) -> None:
    root = Root(
        tmp_path,
        [*examples("terraform"), everything("terraform"), *(settings(name, "terraform") for name in SETTINGS)],
        configured=provider(aws),
    )
    root.init()

    kinds = [{each["type"] for each in module["resources"]} for module in root.modules()]

    assert {"aws_api_gateway_rest_api", "aws_api_gateway_usage_plan_key", "aws_route53_record"} <= kinds[0]
    assert {"aws_apigatewayv2_api", "aws_apigatewayv2_api_mapping"} <= kinds[1]
    assert {"aws_cloudwatch_metric_alarm", "aws_api_gateway_vpc_link", "aws_iam_role_policy"} <= kinds[2]


@pytest.mark.slow
def test_the_modules_of_real_documents_can_be_planned(aws: str, tmp_path: Path) -> None:
    modules = [case for name in DOCUMENTS for case in cases(corpus("aws") / name, "terraform")]
    root = Root(tmp_path, modules, configured=provider(aws))
    root.init()

    bodies = [
        json.loads(each["values"]["body"])
        for module in root.modules()
        for each in module["resources"]
        if "body" in each.get("values", {})
    ]

    assert [body["openapi"] for body in bodies] == ["3.0.1"] * len(modules)
    assert not [path for body in bodies for path in (*body, *body["paths"]) if path.startswith("Fn::")]


def test_the_modules_are_formatted(tmp_path: Path) -> None:
    modules = [*examples("terraform"), everything("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    for number, case in enumerate(modules):
        case.write(tmp_path / str(number))

    found = run(tmp_path, "fmt", "-check", "-diff", "-recursive", "-no-color")

    assert (found.returncode, found.stdout) == (0, "")


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
