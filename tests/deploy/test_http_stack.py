"""The CloudFormation stack of an HTTP API, created in moto and read back."""

from __future__ import annotations

from tests.deploy.cases import cases
from tests.deploy.stacks import created
from tests.required import ROOT


def test_an_http_api_is_there_with_its_routes_limits_and_mapping() -> None:
    (case,) = cases(ROOT / "specs" / "catalog.yaml", "cloudformation")
    functions = [f"catalog-{name}" for name in ("create", "delete", "old-links", "read", "check-staff")]
    with created(case, functions) as made:
        gateway = made.client("apigatewayv2")
        api = gateway.get_api(ApiId=made.api)
        routes = {route["RouteKey"] for route in gateway.get_routes(ApiId=made.api)["Items"]}
        stages = {stage["StageName"]: stage for stage in gateway.get_stages(ApiId=made.api)["Items"]}
        (mapping,) = gateway.get_api_mappings(DomainName="catalog.shop.example.com")["Items"]

    assert set(made.template["Resources"]) == set(made.made)
    assert api["CorsConfiguration"]["AllowOrigins"] == ["https://shop.example.com", "http://localhost:5173"]
    assert {"GET /products", "POST /quotes", "PUT /products/{sku}/stock"} <= routes
    assert stages["dev"]["DefaultRouteSettings"]["ThrottlingRateLimit"] == 50.0
    assert stages["prod"]["RouteSettings"]["POST /quotes"]["ThrottlingBurstLimit"] == 10
    assert {stage["AutoDeploy"] for stage in stages.values()} == {True}
    assert (mapping["ApiId"], mapping["Stage"]) == (made.api, "prod")
