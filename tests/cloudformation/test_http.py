from __future__ import annotations

from tests.cloudformation.templates import of_type, properties_of, template_of
from tests.infrastructure.apis import an_api


def test_further_stages_deploy_by_themselves() -> None:
    api = an_api("stages: {dev: {}, prod: {}}", kind="http")

    (stage,) = of_type(api, "AWS::ApiGatewayV2::Stage")
    assert (stage["StageName"], stage["AutoDeploy"]) == ("prod", True)


def test_limits_are_settings_of_routes() -> None:
    deploy = 'stages: {prod: {throttle: {rate: 9, methods: {"GET /orders/{id}": {rate: 5}}}}}'

    found = properties_of(an_api(deploy, kind="http"), "Api")

    assert found["DefaultRouteSettings"]["ThrottlingRateLimit"] == 9
    assert found["RouteSettings"]["GET /orders/{id}"]["ThrottlingRateLimit"] == 5


def test_an_http_api_is_of_the_type_that_sam_has_for_it() -> None:
    template = template_of(an_api(kind="http"))

    assert template["Resources"]["Api"]["Type"] == "AWS::Serverless::HttpApi"
    assert "Globals" not in template
