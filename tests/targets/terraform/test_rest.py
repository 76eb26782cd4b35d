from __future__ import annotations

import re

from specforge.targets.terraform.rest import method_label
from tests.infrastructure.apis import an_api, deployed
from tests.targets.terraform.modules import block_of, files_of, resources_of


def test_a_changed_document_makes_another_deployment_before_the_old_one_goes() -> None:
    found = block_of(an_api(), 'resource "aws_api_gateway_deployment"')

    assert "redeployment = sha256(local.body)" in found
    assert "create_before_destroy = true" in found


def test_what_a_deployment_freezes_stands_in_the_document() -> None:
    deploy = """\
endpoint: {type: private, vpc-endpoints: [vpce-1], disable-default: true}
policy: {Version: "2012-10-17", Statement: []}
"""

    document = files_of(an_api(deploy))["openapi.json"]

    assert '"disableExecuteApiEndpoint": true' in document
    assert '"vpce-1"' in document


def test_a_policy_is_there_before_the_deployment_and_makes_another_one() -> None:
    api = an_api(
        """\
policy:
  Version: "2012-10-17"
  Statement: [{Effect: Deny, Principal: "*", Action: "execute-api:Invoke", Resource: ["execute-api:/*"]}]
"""
    )

    deployment = block_of(api, 'resource "aws_api_gateway_deployment"')

    assert "redeployment = sha256(jsonencode([local.body, local.policy]))" in deployment
    assert "depends_on = [aws_api_gateway_rest_api_policy.this]" in deployment
    assert 'Resource  = ["${aws_api_gateway_rest_api.this.execution_arn}/*"]' in resources_of(api)
    assert "x-amazon-apigateway-policy" not in files_of(api)["openapi.json"]


def test_what_the_provider_sets_again_after_an_import_is_what_the_document_says() -> None:
    found = block_of(
        an_api(more="x-amazon-apigateway-binary-media-types: [image/png]"), 'resource "aws_api_gateway_rest_api"'
    )

    assert 'binary_media_types           = ["image/png"]' in found
    assert "minimum_compression_size     = -1" in found
    assert 'api_key_source               = "HEADER"' in found
    assert "disable_execute_api_endpoint = false" in found


def test_what_leaves_the_document_leaves_the_api() -> None:
    found = block_of(
        an_api("endpoint: {type: private, vpc-endpoints: [vpce-1]}"), 'resource "aws_api_gateway_rest_api"'
    )

    assert '"overwrite"' in found
    assert 'vpc_endpoint_ids = ["vpce-1"]' in found


def test_a_stage_can_be_pinned_to_a_deployment() -> None:
    found = block_of(an_api("stages: {prod: {}}"), 'resource "aws_api_gateway_stage"')

    assert 'lookup(var.pinned_deployments, "prod", aws_api_gateway_deployment.this.id)' in found


def test_the_cache_and_its_invalidation_are_settings_of_the_methods() -> None:
    api = an_api("stages: {prod: {cache: {ttl: 60, invalidation: {unauthorized: succeed-with-header}}}}")

    assert 'cache_cluster_size    = "0.5"' in resources_of(api)
    assert 'unauthorized_cache_control_header_strategy = "SUCCEED_WITH_RESPONSE_HEADER"' in resources_of(api)


def test_a_canary_has_its_own_stage_variables() -> None:
    found = block_of(
        an_api("stages: {prod: {canary: {percent: 5, variables: {table: next}}}}"), 'resource "aws_api_gateway_stage"'
    )

    assert "percent_traffic = 5" in found
    assert 'table = "next"' in found


def test_a_web_acl_is_put_before_the_stage() -> None:
    assert "resource_arn = aws_api_gateway_stage.prod.arn" in resources_of(an_api("stages: {prod: {waf: 'arn:aws:x'}}"))


def test_methods_have_labels_of_their_own() -> None:
    keys = ["a/GET", "a-b/GET", "a_b/GET", "a/b/GET", "a/{b}/GET", "a.b/GET"]

    assert len({method_label(key) for key in keys if key != "a/{b}/GET"}) == len(keys) - 1


def test_settings_of_two_stages_never_have_one_label() -> None:
    document = """\
openapi: 3.0.1
info: {title: orders, version: "1"}
paths:
  /a: {get: {responses: {}, x-amazon-apigateway-integration: {type: mock}}}
  /orders/a: {get: {responses: {}, x-amazon-apigateway-integration: {type: mock}}}
"""
    deploy = """\
stages:
  prod: {throttle: {methods: {"GET /orders/a": {rate: 1}}}}
  prod-orders: {throttle: {methods: {"GET /a": {rate: 1}}}}
"""

    found = resources_of(deployed(document, deploy))

    labels = re.findall(r'^resource "aws_api_gateway_method_settings" "(\w+)"', found, re.MULTILINE)
    assert labels == ["prod_orders_a_GET", "prod_orders_a_GET_2"]
