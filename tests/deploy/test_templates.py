"""What SAM and CloudFormation's own tools say of the templates."""

from __future__ import annotations

import json
import os

import pytest
import yaml
from samtranslator.yaml_helper import yaml_parse

from specforge.compiler import Options, compile_all
from tests.deploy.cases import EXAMPLES, SETTINGS, Case, cases, everything, settings
from tests.deploy.documents import HTTP, IN_TEMPLATES, REST
from tests.deploy.samcheck import Template, faults, faults_of, transform
from tests.required import ROOT, corpus

TARGETS = ("sam", "cloudformation")
# `make test` takes a sample of the corpus, `make deploy` all forty documents.
STEP = 1 if os.environ.get("DEPLOY") == "all" else 8


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


@pytest.mark.parametrize("target", TARGETS)
def test_a_template_whose_document_lies_beside_it_is_taken(target: str) -> None:
    options = Options(targets=(target,), settings=(f"build.{target}.body=file",), allow_errors=True)
    (result,) = compile_all(str(ROOT / "specs" / "orders.yaml"), options=options)
    (text,) = [str(file.content) for file in result.files if file.path.name == "template.yaml"]

    assert faults(text) == []
    stages = [each for each in stages_of(text) if each not in ("dev", "prod")]
    assert stages == []


def stages_of(text: str) -> list[str]:
    """Returns the names of the stages that a template makes, those of SAM among them."""
    template = yaml.safe_load(text)
    resources = (transform(text) if "Transform" in template else template)["Resources"].values()
    return [each["Properties"]["StageName"] for each in resources if "StageName" in each.get("Properties", {})]


def own_template(name: str) -> Template:
    """Returns a template of the corpus as data, its short tags spelled out."""
    data: Template = json.loads(json.dumps(yaml_parse((corpus("aws") / name).read_text(encoding="utf-8")), default=str))
    return data


def put_back(template: Template, case: Case) -> None:
    """Puts a body and what it needs where the README says."""
    properties = template["Resources"][case.name]["Properties"]
    properties["DefinitionBody" if "DefinitionBody" in properties else "Body"] = yaml.safe_load(
        case.files["definition-body.yaml"]
    )
    for section, entries in yaml.safe_load(case.files.get("parts.yaml", "{}")).items():
        template.setdefault(section, {}).update(entries)


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", (*REST, *HTTP)[::STEP], ids=lambda name: name[-60:])
def test_the_template_of_a_real_document_is_taken(name: str, target: str) -> None:
    found = [fault for case in cases(corpus("aws") / name, target) for fault in faults(case.files["template.yaml"])]

    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_TEMPLATES[::STEP], ids=lambda name: name[-60:])
def test_a_real_template_is_taken_with_the_body_that_was_written_for_it(name: str) -> None:
    template = own_template(name)
    before = set(faults_of(template))

    bodies = list(cases(corpus("aws") / name, "sam"))
    for case in bodies:
        put_back(template, case)

    assert bodies
    assert [fault for fault in faults_of(template) if fault not in before] == []


def test_sam_makes_no_stage_that_nobody_asked_for() -> None:
    (case,) = cases(ROOT / "specs" / "orders.yaml", "sam")

    resources = transform(case.files["template.yaml"])["Resources"].values()

    names = [each["Properties"]["StageName"] for each in resources if each["Type"] == "AWS::ApiGateway::Stage"]
    assert sorted(names) == ["dev", "prod"]
    assert [
        each for each in resources if each["Type"].endswith("Deployment") and "StageName" in each["Properties"]
    ] == []
