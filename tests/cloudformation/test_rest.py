from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from tests.cloudformation.templates import of_type, properties_of, template_of, text_of_template
from tests.infrastructure.apis import an_api


def test_the_first_stage_belongs_to_the_api_and_the_others_stand_beside_it() -> None:
    api = an_api("stages: {dev: {}, prod: {}}")

    assert properties_of(api, "Api")["StageName"] == "dev"
    (stage,) = of_type(api, "AWS::ApiGateway::Stage")
    assert (stage["StageName"], stage["DeploymentId"]) == ("prod", {"Ref": "Api.Deployment"})


def test_sam_makes_no_second_stage() -> None:
    assert template_of(an_api())["Globals"] == {"Api": {"OpenApiVersion": "3.0.1"}}


def test_settings_of_methods_name_the_path_with_its_slashes_encoded() -> None:
    api = an_api('stages: {prod: {throttle: {rate: 9, methods: {"GET /orders/{id}": {rate: 5}}}}}')

    common, single = properties_of(api, "Api")["MethodSettings"]

    assert (common["ResourcePath"], common["HttpMethod"]) == ("/*", "*")
    assert (single["ResourcePath"], single["HttpMethod"]) == ("/~1orders~1{id}", "GET")


def test_a_web_acl_is_put_before_the_stage_that_sam_makes() -> None:
    (found,) = of_type(an_api("stages: {prod: {waf: 'arn:aws:x'}}"), "AWS::WAFv2::WebACLAssociation")

    assert found["ResourceArn"]["Fn::Sub"].endswith("/restapis/${Api}/stages/${Api.Stage}")


@pytest.mark.parametrize(
    ("invalidation", "rules"),
    [
        ("require-authorization: true, unauthorized: succeed-with-header", []),
        ("unauthorized: fail-with-403", ["deployment-setting-not-in-cloudformation"]),
        ("require-authorization: false", ["deployment-setting-not-in-cloudformation"]),
    ],
)
def test_what_cloudformation_cannot_say_is_reported(invalidation: str, rules: list[str]) -> None:
    report = Report()
    text_of_template(an_api(f"stages: {{prod: {{cache: {{invalidation: {{{invalidation}}}}}}}}}"), report)

    assert [found.rule for found in report.take()] == rules


def test_a_client_certificate_of_the_stage_that_sam_makes_is_reported() -> None:
    report = Report()
    text_of_template(an_api("stages: {prod: {client-certificate: true}}"), report)

    assert [found.rule for found in report.take()] == ["deployment-setting-not-in-cloudformation"]


def test_a_stage_shows_an_earlier_deployment_when_a_parameter_names_it() -> None:
    template = template_of(an_api("stages: {prod: {canary: {percent: 5}}}"), target="cloudformation")

    stage = template["Resources"]["ProdStage"]["Properties"]
    (deployment,) = [name for name, each in template["Resources"].items() if each["Type"].endswith("Deployment")]

    assert stage["DeploymentId"] == {
        "Fn::If": ["ProdStageIsPinned", {"Ref": "ProdStageDeploymentId"}, {"Ref": deployment}]
    }
    assert stage["CanarySetting"]["DeploymentId"] == {"Ref": deployment}
    assert template["Parameters"]["ProdStageDeploymentId"]["Default"] == ""


def test_a_stage_without_cache_says_why() -> None:
    stage = template_of(an_api("stages: {prod: {}}"), target="cloudformation")["Resources"]["ProdStage"]

    assert [skip["id"] for skip in stage["Metadata"]["checkov"]["skip"]] == ["CKV_AWS_120", "CKV_AWS_73"]


def test_cached_answers_are_encrypted_and_whole_requests_not_logged() -> None:
    stage = properties_of(an_api("stages: {prod: {cache: {size: 0.5}}}"), "Api")

    assert stage["MethodSettings"][0]["CacheDataEncrypted"] is True
    assert stage["MethodSettings"][0]["DataTraceEnabled"] is False


def test_a_client_certificate_is_made_for_a_stage_beside_the_api() -> None:
    api = an_api("stages: {dev: {}, prod: {client-certificate: true}}")

    (stage,) = of_type(api, "AWS::ApiGateway::Stage")
    assert stage["ClientCertificateId"] == {"Ref": "ProdClientCertificate"}
