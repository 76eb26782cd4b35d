from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of


def test_the_stages_of_an_http_api_deploy_by_themselves() -> None:
    found = block_of(an_api("stages: {$default: {}}", kind="http"), 'resource "aws_apigatewayv2_stage" "default"')

    assert "auto_deploy = true" in found
    assert 'name        = "$default"' in found


def test_limits_are_settings_of_routes() -> None:
    deploy = 'stages: {prod: {throttle: {rate: 9, burst: 9, methods: {"GET /orders/{id}": {rate: 5}}}}}'

    found = block_of(an_api(deploy, kind="http"), 'resource "aws_apigatewayv2_stage"')

    assert "default_route_settings {" in found
    assert 'route_key                = "GET /orders/{id}"' in found


def test_the_tags_of_the_document_are_those_of_the_resource() -> None:
    api = an_api(kind="http", more="tags: [{name: team, x-amazon-apigateway-tag-value: shop}]")

    assert 'merge({\n    team = "shop"\n  }, var.tags)' in block_of(api, 'resource "aws_apigatewayv2_api"')


def test_what_the_provider_would_take_away_again_stands_beside_the_document() -> None:
    cors = "x-amazon-apigateway-cors: {allowOrigins: ['https://a.example.com'], allowCredentials: true, maxAge: 60}"

    found = block_of(an_api(kind="http", more=cors), 'resource "aws_apigatewayv2_api"')

    assert 'allow_origins     = ["https://a.example.com"]' in found
    assert "allow_credentials = true" in found
    assert 'version          = "1"' in found


def test_the_title_of_the_document_is_the_name_of_the_api() -> None:
    assert '"title": ${jsonencode(name)},' in files_of(an_api(kind="http"))["openapi.json.tftpl"]
