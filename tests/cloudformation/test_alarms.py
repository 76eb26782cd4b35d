from __future__ import annotations

from tests.cloudformation.templates import of_type
from tests.infrastructure.apis import an_api

ALARMS = "alarms: {server-errors: {threshold: 3}, latency: {threshold: 900}, throttles: {threshold: 9}, notify: [t]}"


def test_alarms_of_a_rest_api_go_by_its_name_and_stage() -> None:
    errors, latency, throttles = of_type(an_api("stages: {prod: {}}\n" + ALARMS), "AWS::CloudWatch::Alarm")

    names = [{"Name": "ApiName", "Value": "orders"}, {"Name": "Stage", "Value": {"Ref": "Api.Stage"}}]
    assert (errors["MetricName"], errors["Statistic"], errors["Dimensions"]) == ("5XXError", "Sum", names)
    assert (latency["ExtendedStatistic"], latency["Threshold"]) == ("p99", 900)
    assert {tuple(alarm["AlarmActions"]) for alarm in (errors, latency, throttles)} == {("t",)}


def test_throttled_requests_are_counted_in_the_access_log() -> None:
    api = an_api("stages: {prod: {}}\n" + ALARMS)

    (counted,) = of_type(api, "AWS::Logs::MetricFilter")
    throttles = of_type(api, "AWS::CloudWatch::Alarm")[-1]

    assert counted["FilterPattern"] == '{ $.status = "429" }'
    assert counted["LogGroupName"] == {"Ref": "ProdStageAccessLog"}
    assert throttles["MetricName"] == counted["MetricTransformations"][0]["MetricName"]
    assert throttles["Namespace"] == counted["MetricTransformations"][0]["MetricNamespace"]


def test_alarms_of_an_http_api_go_by_its_id() -> None:
    (alarm,) = of_type(
        an_api("stages: {prod: {}}\nalarms: {server-errors: {threshold: 1}}", kind="http"), "AWS::CloudWatch::Alarm"
    )

    assert (alarm["MetricName"], alarm["Dimensions"][0]) == ("5xx", {"Name": "ApiId", "Value": {"Ref": "Api"}})
