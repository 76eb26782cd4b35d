from __future__ import annotations

import re

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of, resources_of


def test_access_logs_go_to_a_log_group_of_the_stage() -> None:
    assert "destination_arn = aws_cloudwatch_log_group.prod.arn" in resources_of(an_api())


def test_the_role_of_the_account_is_made_only_when_asked_for() -> None:
    found = block_of(an_api(), 'resource "aws_api_gateway_account"')

    assert "count = var.create_account_role ? 1 : 0" in found


def test_an_http_api_needs_no_role_of_the_account() -> None:
    assert "aws_api_gateway_account" not in resources_of(an_api(kind="http"))


def test_a_named_stream_is_in_the_account_and_region_of_the_deployment() -> None:
    found = resources_of(an_api("stages: {prod: {logs: {access: {to: firehose, name: orders}}}}"))

    account = "${data.aws_caller_identity.current.account_id}"
    assert f"{account}:deliverystream/amazon-apigateway-orders" in found


def test_a_stream_without_a_name_is_an_input() -> None:
    files = files_of(an_api("stages: {prod: {logs: {access: {to: firehose}}}}"))

    assert "destination_arn = var.prod_access_log_stream_arn" in files["stages.tf"]
    assert 'variable "prod_access_log_stream_arn"' in files["variables.tf"]


def test_a_format_in_json_is_spelled_once_for_all_stages() -> None:
    log = "{logs: {access: {format: json}}}"
    found = resources_of(an_api(f"stages: {{dev: {log}, prod: {log}}}"))

    assert found.count("access_log_format = jsonencode({") == 1
    assert found.count("format          = local.access_log_format") == 2


def test_a_format_that_jsonencode_would_write_otherwise_stays_a_text() -> None:
    found = resources_of(an_api("""stages: {prod: {logs: {access: {format: '{"id": "<$context.requestId>"}'}}}}"""))

    assert 'format          = "{\\"id\\": \\"<$context.requestId>\\"}"' in found


def test_the_log_of_executions_is_kept_as_long_as_the_stage_says() -> None:
    api = an_api("stages: {prod: {logs: {execution: error, retention: 90}}}")

    found = block_of(api, 'resource "aws_cloudwatch_log_group" "prod_execution"')

    assert 'name              = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.this.id}/prod"' in found
    assert "retention_in_days = 90" in found


def test_the_logs_of_a_canary_have_a_retention_too() -> None:
    api = an_api("stages: {prod: {canary: {percent: 5}, logs: {execution: error}}}")

    assert '/prod/Canary"' in block_of(api, 'resource "aws_cloudwatch_log_group" "prod_canary"')
    assert "retention_in_days" in block_of(api, 'resource "aws_cloudwatch_log_group" "prod_execution_canary"')


def test_no_two_log_groups_have_one_label_whatever_the_stages_are_called() -> None:
    logs = "logs: {execution: error}"
    names = (
        f"prod: {{canary: {{percent: 1}}, {logs}}}",
        f"prod-execution: {{{logs}}}",
        "prod-canary: {}",
        "get-fn: {}",
    )

    found = resources_of(an_api(f"stages: {{{', '.join(names)}}}\nfunctions: {{get: {{}}}}"))

    labels = re.findall(r'^resource "aws_cloudwatch_log_group" "(\w+)"', found, re.MULTILINE)
    assert len(labels) == len(set(labels)) == 9
