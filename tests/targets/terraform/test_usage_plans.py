from __future__ import annotations

from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, resources_of


def test_a_key_of_two_plans_is_made_once_and_is_in_both() -> None:
    found = resources_of(an_api("usage-plans: {gold: {keys: [a]}, silver: {keys: [a]}}"))

    assert found.count('resource "aws_api_gateway_api_key"') == 1
    assert found.count("key_id        = aws_api_gateway_api_key.a.id") == 2


def test_a_usage_plan_limits_single_methods() -> None:
    deploy = 'usage-plans: {gold: {throttle: {methods: {"GET /orders/{id}": {rate: 5}}}}}'

    assert 'path       = "/orders/{id}/GET"' in block_of(an_api(deploy), 'resource "aws_api_gateway_usage_plan"')
