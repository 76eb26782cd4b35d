from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of, resources_of

DOMAIN = "domain: {name: api.example.com, certificate: 'arn:aws:acm:x', hosted-zone: Z1, base-path: %s}"


def test_the_domain_of_a_rest_api_has_a_base_path_mapping() -> None:
    found = resources_of(an_api(DOMAIN % "v1"))

    assert 'base_path   = "v1"' in found
    assert "aws_api_gateway_domain_name.this.regional_zone_id" in found


def test_a_base_path_of_several_levels_needs_a_mapping_of_version_2() -> None:
    assert 'api_mapping_key = "shop/v1"' in resources_of(an_api(DOMAIN % "shop/v1"))


def test_the_domain_of_an_edge_api_is_a_distribution_with_records_for_both_kinds_of_addresses() -> None:
    found = resources_of(an_api("endpoint: {type: edge}\n" + DOMAIN % "v1"))

    assert 'certificate_arn = "arn:aws:acm:x"' in found
    assert "aws_api_gateway_domain_name.this.cloudfront_domain_name" in found
    assert 'for_each = toset(["A", "AAAA"])' in found


def test_a_domain_that_was_made_elsewhere_only_gets_a_mapping() -> None:
    found = resources_of(an_api("domain: {name: api.example.com, existing: true, base-path: v2}"))

    assert 'resource "aws_api_gateway_domain_name"' not in found
    assert 'domain_name = "api.example.com"' in block_of(
        an_api("domain: {name: api.example.com, existing: true, base-path: v2}"),
        'resource "aws_api_gateway_base_path_mapping"',
    )


def test_a_certificate_that_is_not_configured_is_an_input() -> None:
    files = files_of(an_api("domain: {name: api.example.com}", kind="http"))

    assert "certificate_arn = var.certificate_arn" in files["domain.tf"]
    assert 'variable "certificate_arn"' in files["variables.tf"]
