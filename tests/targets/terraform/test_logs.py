from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of, main_of


def test_access_logs_go_to_a_log_group_of_the_stage() -> None:
    assert "destination_arn = aws_cloudwatch_log_group.prod.arn" in main_of(an_api())


def test_the_role_of_the_account_is_made_only_when_asked_for() -> None:
    found = block_of(an_api(), 'resource "aws_api_gateway_account"')

    assert "count               = var.create_account_role ? 1 : 0" in found


def test_an_http_api_needs_no_role_of_the_account() -> None:
    assert "aws_api_gateway_account" not in main_of(an_api(kind="http"))


def test_a_named_stream_is_in_the_account_and_region_of_the_deployment() -> None:
    found = main_of(an_api("stages: {prod: {logs: {access: {to: firehose, name: orders}}}}"))

    account = '${split(":", aws_api_gateway_rest_api.this.execution_arn)[4]}'
    assert f"{account}:deliverystream/amazon-apigateway-orders" in found


def test_a_stream_without_a_name_is_an_input() -> None:
    files = files_of(an_api("stages: {prod: {logs: {access: {to: firehose}}}}"))

    assert "destination_arn = var.prod_access_log_stream_arn" in files["main.tf"]
    assert 'variable "prod_access_log_stream_arn"' in files["variables.tf"]
