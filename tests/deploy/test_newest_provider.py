"""What the real Terraform makes of the modules with the newest schema of the AWS provider, 6.45: it applies them.

The provider is a stand-in that knows the schema; nothing is contacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.cases import SETTINGS, Case, everything, examples, settings
from tests.deploy.terraform import Root, changes
from tests.deploy.tfcheck.provider import serving
from tests.required import aws_schema

PROVIDER = 'provider "aws" {\n  region = "eu-west-1"\n}\n'


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with serving(aws_schema()) as found:
        yield found


def root_of(folder: Path, modules: list[Case], environment: dict[str, str]) -> Root:
    root = Root(folder, modules, configured=PROVIDER)
    root.environment = environment
    root.done("init", "-backend=false", "-no-color")
    return root


def test_what_was_applied_is_left_alone_until_the_document_changes(environment: dict[str, str], tmp_path: Path) -> None:
    root = root_of(tmp_path, [everything("terraform")], environment)
    root.done("apply", "-auto-approve", "-no-color")

    assert changes(root.plan()) == {}

    change_document(tmp_path)

    assert changes(root.plan()) == {
        "module.module0.aws_api_gateway_deployment.this": ["create", "delete"],
        "module.module0.aws_api_gateway_rest_api.this": ["update"],
        "module.module0.aws_api_gateway_stage.dev": ["update"],
        "module.module0.aws_api_gateway_stage.prod": ["update"],
    }


def test_every_setting_is_applied_and_then_left_alone(environment: dict[str, str], tmp_path: Path) -> None:
    modules = [*examples("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    root = root_of(tmp_path, modules, environment)
    root.done("apply", "-auto-approve", "-no-color")

    assert changes(root.plan()) == {}


def test_a_deployment_that_was_kept_can_be_gone_back_to(environment: dict[str, str], tmp_path: Path) -> None:
    deployment = "module.module0.aws_api_gateway_deployment.this"
    root = root_of(tmp_path, [everything("terraform")], environment)
    root.done("apply", "-auto-approve", "-no-color")
    kept = re.findall(r"^ +id +[=] \"(.+)\"$", root.done("state", "show", "-no-color", deployment), re.MULTILINE)[0]

    root.done("state", "rm", deployment)
    change_document(tmp_path)
    assert changes(root.plan())[deployment] == ["create"]
    root.done("apply", "-no-color", "plan")
    call = tmp_path / "main.tf"
    pinned = f'source = "./module0"\n  pinned_deployments = {{ prod = "{kept}" }}'
    call.write_text(call.read_text(encoding="utf-8").replace('source = "./module0"', pinned), encoding="utf-8")
    plan = root.plan()

    assert changes(plan) == {"module.module0.aws_api_gateway_stage.prod": ["update"]}
    (stage,) = [each for each in plan["resource_changes"] if each["change"]["actions"] == ["update"]]
    assert stage["change"]["after"]["deployment_id"] == kept


def change_document(folder: Path) -> None:
    document = folder / "module0" / "openapi.json.tftpl"
    document.write_text(document.read_text(encoding="utf-8").replace("Orders", "All orders", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("xray_tracing_enabled", "xray_tracing", "Unsupported argument"),
        ('stage_name            = "prod"', "", "Missing required argument"),
        ('cache_cluster_size    = "0.5"', 'cache_cluster_size = "0.7"', "'0.7' is none of"),
        ("aws_cloudwatch_log_group.prod.arn", "aws_cloudwatch_log_group.prd.arn", "Reference to undeclared resource"),
    ],
)
def test_the_stand_in_refuses_what_the_provider_would(
    environment: dict[str, str], tmp_path: Path, before: str, after: str, said: str
) -> None:
    case = everything("terraform")
    stages = case.files["stages.tf"]
    assert before in stages
    root = root_of(tmp_path, [case], environment)
    tmp_path.joinpath("module0", "stages.tf").write_text(stages.replace(before, after), encoding="utf-8")

    found = root.run("validate", "-no-color")

    assert found.returncode != 0
    assert said in found.stderr
