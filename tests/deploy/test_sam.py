"""What SAM and CloudFormation's own tools say of the templates."""

from __future__ import annotations

import pytest

from tests.deploy.cases import DOCUMENTS, EXAMPLES, SETTINGS, cases, settings
from tests.deploy.samcheck import faults, transform
from tests.required import ROOT, corpus


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_template_of_an_example_is_taken(name: str) -> None:
    (case,) = cases(ROOT / "specs" / f"{name}.yaml", "sam")

    assert faults(case.files["template.yaml"]) == []


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_taken(name: str) -> None:
    assert faults(settings(name, "sam").files["template.yaml"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS, ids=lambda name: name[-60:])
def test_the_template_of_a_real_document_is_taken(name: str) -> None:
    found = [fault for case in cases(corpus("aws") / name, "sam") for fault in faults(case.files["template.yaml"])]

    assert found == []


def test_sam_makes_no_stage_that_nobody_asked_for() -> None:
    (case,) = cases(ROOT / "specs" / "orders.yaml", "sam")

    resources = transform(case.files["template.yaml"])["Resources"].values()

    names = [each["Properties"]["StageName"] for each in resources if each["Type"] == "AWS::ApiGateway::Stage"]
    assert sorted(names) == ["dev", "prod"]
    assert [
        each for each in resources if each["Type"].endswith("Deployment") and "StageName" in each["Properties"]
    ] == []
