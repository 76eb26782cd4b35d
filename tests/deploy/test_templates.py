"""What SAM and CloudFormation's own tools say of the templates."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.cases import DOCUMENTS, EXAMPLES, SETTINGS, cases, everything, settings
from tests.deploy.samcheck import faults, transform
from tests.required import ROOT, corpus

TARGETS = ("sam", "cloudformation")
# A sample of the corpus; DEPLOY=all takes forty documents: `make deploy`.
WHOLE = os.environ.get("DEPLOY") == "all"
# What no tool but AWS's would take, and why.
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_template_of_an_example_is_taken(name: str, target: str) -> None:
    (case,) = cases(ROOT / "specs" / f"{name}.yaml", target)

    assert faults(case.files["template.yaml"]) == []


@pytest.mark.parametrize("target", TARGETS)
def test_everything_at_once_is_taken(target: str) -> None:
    assert faults(everything(target).files["template.yaml"]) == []


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_taken(name: str, target: str) -> None:
    assert faults(settings(name, target).files["template.yaml"]) == []


def documents() -> list[str]:
    """Returns the names of real documents: ten of every sort, or forty (20 REST, 10 HTTP, 10 that live in SAM)."""
    return [*DOCUMENTS, *FORTY] if WHOLE else list(DOCUMENTS)


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", DOCUMENTS, ids=lambda name: name[-60:])
def test_the_template_of_a_real_document_is_taken(name: str, target: str) -> None:
    found = [fault for case in cases(corpus("aws") / name, target) for fault in faults(case.files["template.yaml"])]

    assert found == []


def test_sam_makes_no_stage_that_nobody_asked_for() -> None:
    (case,) = cases(ROOT / "specs" / "orders.yaml", "sam")

    resources = transform(case.files["template.yaml"])["Resources"].values()

    names = [each["Properties"]["StageName"] for each in resources if each["Type"] == "AWS::ApiGateway::Stage"]
    assert sorted(names) == ["dev", "prod"]
    assert [
        each for each in resources if each["Type"].endswith("Deployment") and "StageName" in each["Properties"]
    ] == []
