from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of, main_of

DOMAIN = "domain: {name: api.example.com, certificate: 'arn:aws:acm:x', hosted-zone: Z1, base-path: %s}"


def test_a_function_is_made_of_a_zip_file_and_called_by_the_document() -> None:
    files = files_of(an_api("functions: {getOrder: {handler: a.b, runtime: python3.13, code: src/}}"))

    assert "filename         = var.get_order_package" in files["main.tf"]
    assert "${jsonencode(aws_lambda_function_get_order_invoke_arn)}" in files["openapi.json.tftpl"]


def test_a_permission_names_the_method() -> None:
    found = block_of(an_api(), 'resource "aws_lambda_permission"')

    assert 'source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*/GET/orders/*"' in found


def test_a_key_of_two_plans_is_made_once_and_is_in_both() -> None:
    found = main_of(an_api("usage-plans: {gold: {keys: [a]}, silver: {keys: [a]}}"))

    assert found.count('resource "aws_api_gateway_api_key"') == 1
    assert found.count("key_id        = aws_api_gateway_api_key.a.id") == 2


def test_a_usage_plan_limits_single_methods() -> None:
    deploy = 'usage-plans: {gold: {throttle: {methods: {"GET /orders/{id}": {rate: 5}}}}}'

    assert 'path       = "/orders/{id}/GET"' in block_of(an_api(deploy), 'resource "aws_api_gateway_usage_plan"')


def test_the_domain_of_a_rest_api_has_a_base_path_mapping() -> None:
    found = main_of(an_api(DOMAIN % "v1"))

    assert 'base_path   = "v1"' in found
    assert "aws_api_gateway_domain_name.this.regional_zone_id" in found


def test_a_base_path_of_several_levels_needs_a_mapping_of_version_2() -> None:
    assert 'api_mapping_key = "shop/v1"' in main_of(an_api(DOMAIN % "shop/v1"))


def test_the_domain_of_an_edge_api_is_a_distribution() -> None:
    found = main_of(an_api("endpoint: {type: edge}\n" + DOMAIN % "v1"))

    assert 'certificate_arn = "arn:aws:acm:x"' in found
    assert "aws_api_gateway_domain_name.this.cloudfront_domain_name" in found


def test_a_certificate_that_is_not_configured_is_an_input() -> None:
    files = files_of(an_api("domain: {name: api.example.com}", kind="http"))

    assert "certificate_arn = var.certificate_arn" in files["main.tf"]
    assert 'variable "certificate_arn"' in files["variables.tf"]


def test_a_permission_takes_the_function_out_of_the_invoke_arn() -> None:
    found = block_of(an_api(uri="${read_invoke_arn}"), 'resource "aws_lambda_permission"')

    assert 'try(regex("/functions/([^/]+)/", var.read_invoke_arn)[0], var.read_invoke_arn)' in found
