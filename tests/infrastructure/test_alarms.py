from __future__ import annotations

import pytest

from tests.infrastructure.apis import an_api, findings_of, planned

STAGES = "stages: {dev: {}, prod: {}}\n"


def test_every_alarm_watches_every_stage() -> None:
    alarms = planned(an_api(STAGES + "alarms: {server-errors: {threshold: 1}, latency: {threshold: 9}}")).alarms

    assert [(alarm.stage, alarm.metric) for alarm in alarms] == [
        ("dev", "5XXError"),
        ("dev", "Latency"),
        ("prod", "5XXError"),
        ("prod", "Latency"),
    ]


def test_alarms_may_watch_some_stages_and_ring_late() -> None:
    deploy = STAGES + "alarms: {latency: {threshold: 9, period: 300, periods: 3}, stages: [prod]}"

    (alarm,) = planned(an_api(deploy)).alarms

    assert (alarm.stage, alarm.statistic, alarm.period_s, alarm.periods) == ("prod", "p99", 300, 3)


@pytest.mark.parametrize(("kind", "metric"), [("rest", "5XXError"), ("http", "5xx")])
def test_server_errors_are_called_as_each_kind_of_api_calls_them(kind: str, metric: str) -> None:
    (alarm,) = planned(an_api("stages: {prod: {}}\nalarms: {server-errors: {threshold: 1}}", kind=kind)).alarms

    assert alarm.metric == metric


@pytest.mark.parametrize(
    ("access", "pattern"),
    [
        ("{format: json}", '{ $.status = "429" }'),
        ("{format: clf}", "[ip, caller, user, time, request, status=429, ...]"),
    ],
)
def test_throttled_requests_are_found_in_the_access_log(access: str, pattern: str) -> None:
    deploy = f"stages: {{prod: {{logs: {{access: {access}}}}}}}\nalarms: {{throttles: {{threshold: 1}}}}"

    assert [alarm.log_pattern for alarm in planned(an_api(deploy)).alarms] == [pattern]


@pytest.mark.parametrize("access", ["{format: xml}", "{to: firehose}", "{to: none}"])
def test_throttled_requests_that_no_log_shows_are_reported(access: str) -> None:
    deploy = f"stages: {{prod: {{logs: {{access: {access}}}}}}}\nalarms: {{throttles: {{threshold: 1}}}}"

    assert [rule for rule, _ in findings_of(an_api(deploy))] == ["throttle-alarm-without-access-log"]
    assert planned(an_api(deploy)).alarms == ()


def test_a_stage_that_is_not_there_is_not_watched() -> None:
    deploy = STAGES + "alarms: {latency: {threshold: 9}, stages: [prd]}"

    assert planned(an_api(deploy)).alarms == ()
