from __future__ import annotations

from specforge.diagnostics import Report
from tests.infrastructure.apis import an_api
from tests.targets.sam.templates import of_type, properties_of, template_of, text_of_template


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


def test_what_cloudformation_cannot_say_is_reported() -> None:
    report = Report()
    text_of_template(an_api("stages: {prod: {cache: {invalidation: {require-authorization: true}}}}"), report)

    assert [found.rule for found in report.take()] == ["deployment-setting-not-in-cloudformation"]


def test_a_client_certificate_is_made_for_a_stage_beside_the_api() -> None:
    api = an_api("stages: {dev: {}, prod: {client-certificate: true}}")

    (stage,) = of_type(api, "AWS::ApiGateway::Stage")
    assert stage["ClientCertificateId"] == {"Ref": "ProdClientCertificate"}
