from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, resources_of

DEPLOY = """\
stages: {prod: {logs: {access: {format: json}}}}
alarms: {server-errors: {threshold: 5}, latency: {threshold: 900}, throttles: {threshold: 1}, notify: ["arn:aws:sns:x"]}
"""


def test_an_alarm_watches_one_stage_by_the_name_of_the_api() -> None:
    found = block_of(an_api(DEPLOY), 'resource "aws_cloudwatch_metric_alarm" "prod_server_errors"')

    assert 'metric_name         = "5XXError"' in found
    assert "ApiName = aws_api_gateway_rest_api.this.name" in found
    assert 'alarm_actions       = ["arn:aws:sns:x"]' in found


def test_an_http_api_goes_by_its_id() -> None:
    found = block_of(an_api(DEPLOY, kind="http"), 'resource "aws_cloudwatch_metric_alarm" "prod_server_errors"')

    assert "ApiId = aws_apigatewayv2_api.this.id" in found


def test_latency_is_a_percentile() -> None:
    assert 'extended_statistic  = "p99"' in resources_of(an_api(DEPLOY))


def test_throttled_requests_are_counted_out_of_the_access_log() -> None:
    found = block_of(an_api(DEPLOY), 'resource "aws_cloudwatch_log_metric_filter"')

    assert "log_group_name = aws_cloudwatch_log_group.prod.name" in found
    assert "429" in found
