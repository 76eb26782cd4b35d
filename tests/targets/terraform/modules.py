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
    """Returns the module's files by name."""
    found = {}
    for file in emit(api, NoOptions(), Report()):
        assert isinstance(file.content, str)
        found[file.path.name] = file.content
    return found


def main_of(api: Api) -> str:
    """Returns main.tf."""
    return files_of(api)["main.tf"]


def block_of(api: Api, start: str) -> str:
    """Returns the block of main.tf that starts so, up to its end."""
    text = main_of(api)
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
