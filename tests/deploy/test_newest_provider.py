"""What the real Terraform makes of the modules with the newest schema of the AWS provider, 6.45: it applies them.

The provider is a stand-in that knows the schema; nothing is contacted.
"""

from __future__ import annotations

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

    document = tmp_path / "module0" / "openapi.json.tftpl"
    document.write_text(document.read_text(encoding="utf-8").replace("Orders", "All orders", 1), encoding="utf-8")

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


def test_a_pinned_stage_stays_where_it_is_while_the_document_changes(
    environment: dict[str, str], tmp_path: Path
) -> None:
    root = root_of(tmp_path, [everything("terraform")], environment)
    call = tmp_path / "main.tf"
    pinned = 'source = "./module0"\n  pinned_deployments = { prod = "abc123" }'
    call.write_text(call.read_text(encoding="utf-8").replace('source = "./module0"', pinned), encoding="utf-8")

    planned = root.plan()["planned_values"]["root_module"]["child_modules"][0]["resources"]

    stages = {each["name"]: each["values"] for each in planned if each["type"] == "aws_api_gateway_stage"}
    assert stages["prod"]["deployment_id"] == "abc123"
    assert stages["dev"].get("deployment_id") is None


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
