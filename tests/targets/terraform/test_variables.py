from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import files_of


def test_an_input_says_what_has_to_hold_of_it() -> None:
    found = files_of(an_api())["variables.tf"]

    assert 'condition     = can(regex("^[A-Za-z0-9_-]{1,128}$", var.stage_name))' in found


def test_the_stage_of_an_http_api_may_be_the_default_one() -> None:
    assert "[$]default" in files_of(an_api(kind="http"))["variables.tf"]


def test_a_key_for_logs_need_not_be_given() -> None:
    found = files_of(an_api())["variables.tf"]
    start = found.index('variable "log_kms_key_arn"')

    assert "default     = null" in found[start : found.index("validation", start)]


def test_the_stream_of_an_access_log_has_the_name_that_api_gateway_asks_for() -> None:
    found = files_of(an_api("stages: {prod: {logs: {access: {to: firehose}}}}"))["variables.tf"]

    assert ":deliverystream/amazon-apigateway-" in found


def test_roles_can_be_bounded() -> None:
    assert 'variable "permissions_boundary_arn"' in files_of(an_api("functions: {getOrder: {}}"))["variables.tf"]


def test_without_roles_there_is_nothing_to_bound() -> None:
    assert "permissions_boundary" not in files_of(an_api(kind="http"))["variables.tf"]
