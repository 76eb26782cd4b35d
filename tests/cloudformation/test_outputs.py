from __future__ import annotations

from tests.cloudformation.templates import template_of
from tests.infrastructure.apis import an_api


def test_every_stage_has_its_address_among_the_outputs() -> None:
    outputs = template_of(an_api("stages: {dev: {}, prod: {}}"))["Outputs"]

    assert outputs["DevStageUrl"]["Value"]["Fn::Sub"].endswith("/${Api.Stage}")
    assert outputs["ProdStageUrl"]["Value"]["Fn::Sub"].endswith("/${ProdStage}")


def test_the_root_stage_of_an_http_api_has_no_name_in_its_address() -> None:
    outputs = template_of(an_api("stages: {$default: {}}", kind="http"))["Outputs"]

    assert outputs["DefaultStageUrl"]["Value"]["Fn::Sub"].endswith("/")


def test_the_deployment_is_an_output_to_come_back_to() -> None:
    outputs = template_of(an_api(), target="cloudformation")["Outputs"]

    assert outputs["DeploymentId"]["Value"]["Ref"].startswith("Deployment")
