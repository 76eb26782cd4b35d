"""Terraform modules as texts, for tests."""

from __future__ import annotations

from specforge.diagnostics import Report
from specforge.infrastructure import Inputs, plan
from specforge.ir import Api
from specforge.targets.target import NoOptions
from specforge.targets.terraform.module import Module
from specforge.targets.terraform.spelling import Speller, variable_name
from specforge.targets.terraform.target import emit


def files_of(api: Api) -> dict[str, str]:
    """Returns the module's texts by name."""
    found = emit(api, NoOptions(), Report())
    return {file.path.name: file.content for file in found if isinstance(file.content, str)}


def resources_of(api: Api) -> str:
    """Returns all that the module makes."""
    inputs = ("variables.tf", "outputs.tf", "versions.tf")
    return "\n".join(text for name, text in files_of(api).items() if name.endswith(".tf") and name not in inputs)


def block_of(api: Api, start: str) -> str:
    """Returns the first block that starts so, up to its end."""
    text = resources_of(api)
    begin = text.index(start)
    return text[begin : text.index("\n}\n", begin) + 3]


def speller_of(api: Api) -> Speller:
    """Returns a speller for an API's texts."""
    inputs = Inputs(
        tool="terraform", word="variable", spelled=variable_name, reserved=(), origin=api.origin, report=Report()
    )
    return Speller(inputs, {})


def module_of(api: Api) -> Module:
    """Returns the module of an API before anything of it is spelled."""
    return Module(plan(api, Report()), speller_of(api))
