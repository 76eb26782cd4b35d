from __future__ import annotations

from tests.cloudformation.templates import of_type
from tests.infrastructure.apis import an_api


def test_a_key_of_two_plans_is_made_once_and_is_in_both() -> None:
    api = an_api("usage-plans: {gold: {keys: [a]}, silver: {keys: [a]}}")

    assert len(of_type(api, "AWS::ApiGateway::ApiKey")) == 1
    assert [found["KeyId"] for found in of_type(api, "AWS::ApiGateway::UsagePlanKey")] == [{"Ref": "AApiKey"}] * 2


def test_a_usage_plan_limits_stages_and_single_methods() -> None:
    deploy = 'usage-plans: {gold: {throttle: {methods: {"GET /orders/{id}": {rate: 5}}}, quota: {limit: 9, per: day}}}'

    (found,) = of_type(an_api(deploy), "AWS::ApiGateway::UsagePlan")

    assert found["ApiStages"][0]["Throttle"] == {"/orders/{id}/GET": {"RateLimit": 5}}
    assert found["ApiStages"][0]["Stage"] == {"Ref": "Api.Stage"}
    assert found["Quota"] == {"Limit": 9, "Period": "DAY"}
