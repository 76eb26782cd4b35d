from __future__ import annotations

from specforge.infrastructure import with_vpc_endpoints
from tests.infrastructure.apis import an_api, findings_of, planned

DOMAIN = """\
domain: {name: api.example.com, certificate: "arn:aws:acm:eu-west-1:123456789012:certificate/1", base-path: v1}
"""


def test_an_api_is_regional_unless_asked_otherwise() -> None:
    assert planned(an_api()).endpoint_type == "REGIONAL"
    assert planned(an_api("endpoint: {type: edge}")).endpoint_type == "EDGE"


def test_an_http_api_is_always_regional() -> None:
    api = an_api("endpoint: {type: private}", kind="http")

    assert planned(api).endpoint_type == "REGIONAL"
    assert [rule for rule, _ in findings_of(api)] == ["deployment-setting-not-for-http-api"]


def test_a_domain_shows_the_production_stage() -> None:
    domain = planned(an_api(f"stages: {{prod: {{}}, dev: {{}}}}\n{DOMAIN}")).domain

    assert domain is not None
    assert (domain.stage, domain.edge, domain.security_policy) == ("prod", False, "TLS_1_2")


def test_a_domain_shows_the_last_stage_when_none_is_called_so() -> None:
    domain = planned(an_api(f"stages: {{one: {{}}, two: {{}}}}\n{DOMAIN}")).domain

    assert domain is not None
    assert domain.stage == "two"


def test_mutual_tls_closes_the_default_endpoint() -> None:
    api = an_api('domain: {name: api.example.com, mutual-tls: {truststore: "s3://b/t.pem"}}')

    assert planned(api).disable_default_endpoint is True


def test_a_usage_plan_without_stages_covers_all() -> None:
    (plan,) = planned(an_api("stages: {dev: {}, prod: {}}\nusage-plans: {gold: {keys: [a]}}")).usage_plans

    assert (plan.stages, plan.keys) == (("dev", "prod"), ("a",))


def test_a_usage_plan_covers_no_stage_that_is_not_there() -> None:
    (plan,) = planned(an_api("stages: {dev: {}}\nusage-plans: {gold: {stages: [dev, prod]}}")).usage_plans

    assert plan.stages == ("dev",)


def test_the_policy_of_the_document_goes_with_the_document() -> None:
    policy = 'policy: {Version: "2012-10-17", Statement: []}'

    assert planned(an_api(policy)).policy == {"Version": "2012-10-17", "Statement": []}
    assert planned(an_api(policy, more="x-amazon-apigateway-policy: {Version: '2012-10-17'}")).policy is None


def test_the_root_tags_of_an_http_api_are_tags_of_the_resource() -> None:
    more = "tags: [{name: team, x-amazon-apigateway-tag-value: shop}, {name: other}]"

    assert planned(an_api(kind="http", more=more)).tags == {"team": "shop"}


def test_the_vpc_endpoints_of_a_private_api_stand_in_the_document_too() -> None:
    api = an_api("endpoint: {type: private, vpc-endpoints: [vpce-1]}")

    endpoint = with_vpc_endpoints(api, planned(api)).endpoint

    assert endpoint is not None
    assert [str(each) for each in endpoint.vpc_endpoint_ids] == ["vpce-1"]


def test_the_document_keeps_the_vpc_endpoints_that_it_names() -> None:
    api = an_api(
        "endpoint: {type: private, vpc-endpoints: [vpce-1]}",
        more="servers: [{url: /, x-amazon-apigateway-endpoint-configuration: {vpcEndpointIds: [vpce-2]}}]",
    )

    assert with_vpc_endpoints(api, planned(api)) == api
