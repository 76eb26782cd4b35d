"""Templates as data, for tests: of SAM unless `target` says otherwise."""

from __future__ import annotations

from typing import Any

import yaml

from specforge.cloudformation.spelling import Speller, parameter_name
from specforge.cloudformation.template import Template
from specforge.diagnostics import Report
from specforge.infrastructure import Inputs, plan
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.registry import load


def files_of(api: Api, report: Report | None = None, *, target: str = "sam", **options: str) -> dict[str, OutputFile]:
    """Returns the files of the target, by their paths."""
    found = load(target)
    return {str(file.path): file for file in found.emit(api, found.options(**options), report or Report())}


def text_of_template(api: Api, report: Report | None = None, *, target: str = "sam") -> str:
    """Returns the template as it is written."""
    content = files_of(api, report, target=target)[f"{target}/template.yaml"].content
    assert isinstance(content, str)
    return content


def template_of(api: Api, *, target: str = "sam") -> dict[str, Any]:
    """Returns the template, parsed by the YAML 1.1 reader that AWS's tools use."""
    data: dict[str, Any] = yaml.safe_load(text_of_template(api, target=target))
    return data


def properties_of(api: Api, logical_id: str, *, target: str = "sam") -> dict[str, Any]:
    """Returns the properties of a resource."""
    data: dict[str, Any] = template_of(api, target=target)["Resources"][logical_id]["Properties"]
    return data


def of_type(api: Api, kind: str, *, target: str = "sam") -> list[dict[str, Any]]:
    """Returns the properties of all resources of a type."""
    resources = template_of(api, target=target)["Resources"].values()
    return [each["Properties"] for each in resources if each["Type"] == kind]


def speller_of(api: Api, report: Report | None = None, own: tuple[str, ...] = ()) -> Speller:
    """Returns a speller for an API's texts."""
    report = report or Report()
    inputs = Inputs(
        tool="cloudformation", word="parameter", spelled=parameter_name, reserved=(), origin=api.origin, report=report
    )
    return Speller(inputs, own, api.origin, report)


def empty_template(api: Api, *, sam: bool = True) -> Template:
    """Returns the template of an API before anything is in it."""
    return Template(plan(api, Report()), speller_of(api), sam=sam)
