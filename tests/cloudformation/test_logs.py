from __future__ import annotations

from tests.cloudformation.templates import of_type, properties_of, template_of
from tests.infrastructure.apis import an_api


def test_the_arn_of_a_log_group_has_no_star_at_its_end() -> None:
    found = properties_of(an_api(), "Api")["AccessLogSetting"]["DestinationArn"]

    assert found["Fn::Sub"].endswith(":log-group:${ProdStageAccessLog}")


def test_a_log_group_may_have_a_name() -> None:
    (found,) = of_type(an_api("stages: {prod: {logs: {access: {name: /shop/orders}}}}"), "AWS::Logs::LogGroup")

    assert found["LogGroupName"] == "/shop/orders"


def test_stages_wait_for_the_role_of_the_account_if_it_is_made_here() -> None:
    template = template_of(an_api())

    assert template["Resources"]["ApiGatewayAccount"]["Condition"] == "MakesAccountRole"
    assert template["Resources"]["Api"]["DependsOn"] == ["AccountRoleReady"]
    assert template["Parameters"]["CreateAccountRole"]["Default"] == "false"


def test_a_stream_without_a_name_is_a_parameter() -> None:
    template = template_of(an_api("stages: {prod: {logs: {access: {to: firehose}}}}"))

    assert "ProdStageAccessLogStreamArn" in template["Parameters"]


def test_the_logs_of_a_canary_are_kept_as_long_as_the_others() -> None:
    logs = "{access: {name: /shop/orders}, execution: error, retention: 7}"
    api = an_api(f"stages: {{prod: {{canary: {{percent: 5}}, logs: {logs}}}}}")

    groups = of_type(api, "AWS::Logs::LogGroup", target="cloudformation")

    names = [group["LogGroupName"] for group in groups]
    assert names == [
        "/shop/orders",
        {"Fn::Sub": "API-Gateway-Execution-Logs_${Api}/prod"},
        "/shop/orders/Canary",
        {"Fn::Sub": "API-Gateway-Execution-Logs_${Api}/prod/Canary"},
    ]
    assert {group["RetentionInDays"] for group in groups} == {7}
