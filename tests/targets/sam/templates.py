"""SAM templates as data, for tests."""

from __future__ import annotations

from typing import Any

import yaml

from specforge.diagnostics import Report
from specforge.infrastructure import Inputs, plan
from specforge.ir import Api
from specforge.targets.sam.spelling import Speller, parameter_name
from specforge.targets.sam.target import SamOptions, emit
from specforge.targets.sam.template import Template


def text_of_template(api: Api, report: Report | None = None) -> str:
    """Returns the template as it is written."""
    (file,) = emit(api, SamOptions(), report or Report())
    assert isinstance(file.content, str)
    return file.content


def template_of(api: Api) -> dict[str, Any]:
    """Returns the template, parsed by the YAML 1.1 reader that AWS's tools use."""
    data: dict[str, Any] = yaml.safe_load(text_of_template(api))
    return data


def properties_of(api: Api, logical_id: str) -> dict[str, Any]:
    """Returns the properties of a resource."""
    data: dict[str, Any] = template_of(api)["Resources"][logical_id]["Properties"]
    return data


def of_type(api: Api, kind: str) -> list[dict[str, Any]]:
    """Returns the properties of all resources of a type."""
    return [each["Properties"] for each in template_of(api)["Resources"].values() if each["Type"] == kind]


def speller_of(api: Api, report: Report | None = None, own: tuple[str, ...] = ()) -> Speller:
    """Returns a speller for an API's texts."""
    report = report or Report()
    inputs = Inputs(
        tool="cloudformation", word="parameter", spelled=parameter_name, reserved=(), origin=api.origin, report=report
    )
    return Speller(inputs, own, api.origin, report)


def empty_template(api: Api) -> Template:
    """Returns the template of an API before anything is in it."""
    return Template(plan(api, Report()), speller_of(api))
