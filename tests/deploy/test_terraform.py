"""What the real Terraform and the real AWS provider say of the modules.

All modules stand below one root module, so that the provider, which takes seconds to start, starts once.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from specforge.ir import Data
from specforge.targets.terraform.body import literal_json
from tests.deploy.cases import DOCUMENTS, SETTINGS, Case, cases, examples, settings
from tests.required import corpus, terraform, terraform_plugin_dir

# What no call to AWS needs: a provider that checks nothing, with keys that are none.
PROVIDER = """\
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
"""
VARIABLE = re.compile(r'variable "(\w+)" \{\n(.*?)\n\}', re.DOTALL)
VALUES = {"bool": "true", "string": '"arn:aws:lambda:eu-west-1:123456789012:function:given"'}


def real_documents() -> list[Case]:
    return [case for name in DOCUMENTS for case in cases(corpus("aws") / name, "terraform")]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}
    command = [terraform(), *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def root_module(folder: Path, modules: Iterable[Case]) -> None:
    """Writes a root module that calls each module with a value for every input that needs one."""
    folder.joinpath("package.zip").write_bytes(b"no zip")
    root = [PROVIDER]
    for number, case in enumerate(modules):
        for name, content in case.files.items():
            file = folder / f"module{number}" / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(content, encoding="utf-8")
        given = "".join(f"  {name} = {value}\n" for name, value in needed(case.files["variables.tf"]))
        root.append(f'# {case.name}\nmodule "module{number}" {{\n  source = "./module{number}"\n{given}}}\n')
    folder.joinpath("main.tf").write_text("\n".join(root), encoding="utf-8")
    initialised = run(folder, "init", "-backend=false", f"-plugin-dir={terraform_plugin_dir()}", "-no-color")
    assert initialised.returncode == 0, initialised.stderr


def needed(variables: str) -> Iterable[tuple[str, str]]:
    for name, body in VARIABLE.findall(variables):
        if "\n  default " not in body:
            kind = body.split("=")[1].split()[0]
            yield name, '"${path.module}/package.zip"' if name.endswith("_package") else VALUES[kind]


def planned(folder: Path) -> list[dict[str, Any]]:
    """Returns the plans of the modules."""
    plan = run(folder, "plan", "-refresh=false", "-out=plan", "-no-color")
    assert plan.returncode == 0, plan.stderr
    found = json.loads(run(folder, "show", "-json", "plan").stdout)
    modules: list[dict[str, Any]] = found["planned_values"]["root_module"]["child_modules"]
    return sorted(modules, key=lambda module: int(module["address"].removeprefix("module.module")))


@pytest.mark.slow
def test_the_modules_of_the_examples_can_be_planned(tmp_path: Path) -> None:
    modules = [*examples("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    root_module(tmp_path, modules)

    kinds = [{each["type"] for each in module["resources"]} for module in planned(tmp_path)]

    assert {"aws_api_gateway_rest_api", "aws_api_gateway_usage_plan_key", "aws_route53_record"} <= kinds[0]
    assert {"aws_apigatewayv2_api", "aws_apigatewayv2_api_mapping"} <= kinds[1]


@pytest.mark.slow
def test_the_modules_of_real_documents_can_be_planned(tmp_path: Path) -> None:
    modules = real_documents()
    root_module(tmp_path, modules)

    bodies = [
        json.loads(each["values"]["body"])
        for module in planned(tmp_path)
        for each in module["resources"]
        if "body" in each["values"]
    ]

    assert [body["openapi"] for body in bodies] == ["3.0.1"] * len(modules)
    assert not [path for body in bodies for path in (*body, *body["paths"]) if path.startswith("Fn::")]


def test_the_modules_are_formatted(tmp_path: Path) -> None:
    modules = [*examples("terraform"), *(settings(name, "terraform") for name in SETTINGS)]
    for number, case in enumerate(modules):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in case.files.items():
            folder.joinpath(name).write_text(content, encoding="utf-8")

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
