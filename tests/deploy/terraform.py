"""Runs the real terraform over emitted modules.

All modules of a test stand below one root module, so that the provider, which takes seconds to start, starts once.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.deploy.cases import Case
from tests.required import terraform, terraform_plugin_dir

SERVICES = (
    *("acm", "apigateway", "apigatewayv2", "cloudwatch", "cloudwatchlogs", "ec2", "firehose", "iam", "lambda"),
    *("route53", "s3", "sts", "wafv2"),
)


def provider(address: str) -> str:
    """Returns the provider of modules that are deployed to moto."""
    endpoints = "".join(f'    {service} = "{address}"\n' for service in SERVICES)
    return f"""\
provider "aws" {{
  region                      = "eu-west-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  s3_use_path_style           = true
  max_retries                 = 2

  endpoints {{
{endpoints}  }}
}}
"""


VARIABLE = re.compile(r'variable "(\w+)" \{\n(.*?)\n\}', re.DOTALL)
GIVEN = {
    "bool": "true",
    "string": '"arn:aws:lambda:eu-west-1:123456789012:function:given"',
    "package": '"${path.module}/package.zip"',
    "stream": '"arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-given"',
    "certificate": '"arn:aws:acm:eu-west-1:123456789012:certificate/6c1d2f34-8a1b-4c5d-9e0f-112233445566"',
}


class Root:
    """A root module that calls each module with a value for every input that needs one."""

    def __init__(self, folder: Path, modules: Iterable[Case], *, configured: str = "") -> None:
        self.folder = folder
        self.environment: dict[str, str] = {}
        folder.joinpath("package.zip").write_bytes(b"no zip")
        calls = [configured]
        for number, case in enumerate(modules):
            case.write(folder / f"module{number}")
            given = "".join(f"  {name} = {value}\n" for name, value in needed(case.files["variables.tf"]))
            calls.append(f'# {case.name}\nmodule "module{number}" {{\n  source = "./module{number}"\n{given}}}\n')
        folder.joinpath("main.tf").write_text("\n".join(calls), encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs terraform in the root module."""
        return run(self.folder, *arguments, environment=self.environment)

    def done(self, *arguments: str) -> str:
        """Runs terraform, which must succeed; returns what it printed."""
        finished = self.run(*arguments)
        assert finished.returncode == 0, finished.stdout[-4000:] + finished.stderr
        return finished.stdout

    def init(self) -> None:
        """Makes the real provider known."""
        self.done("init", "-backend=false", f"-plugin-dir={terraform_plugin_dir()}", "-no-color")

    def plan(self, *options: str) -> dict[str, Any]:
        """Returns a plan."""
        self.done("plan", "-out=plan", "-no-color", "-input=false", *options)
        found: dict[str, Any] = json.loads(self.done("show", "-json", "plan"))
        return found

    def modules(self) -> list[dict[str, Any]]:
        """Returns what the modules would make, in their order."""
        found = self.plan("-refresh=false")["planned_values"]["root_module"]["child_modules"]
        return sorted(found, key=lambda module: int(module["address"].removeprefix("module.module")))


def run(folder: Path, *arguments: str, environment: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
    """Runs terraform in a folder."""
    quiet = {"TF_CLI_CONFIG_FILE": os.devnull, "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}
    whole = {**os.environ, **quiet, **environment}
    command = [terraform(), *arguments]
    return subprocess.run(command, cwd=folder, env=whole, capture_output=True, text=True, check=False)


def needed(variables: str) -> Iterator[tuple[str, str]]:
    """Yields a value for every input without a default."""
    for name, body in VARIABLE.findall(variables):
        if "\n  default " not in body:
            kind = body.split("=")[1].split()[0]
            by_name = next((value for end, value in GIVEN.items() if end in name.split("_")), None)
            yield name, by_name or GIVEN[kind]


def changes(plan: Mapping[str, Any]) -> dict[str, list[str]]:
    """Returns what a plan does, by the address of the resource; what it leaves alone is left out."""
    found = {each["address"]: each["change"]["actions"] for each in plan["resource_changes"]}
    return {address: actions for address, actions in found.items() if actions not in (["no-op"], ["read"])}
