from __future__ import annotations

import pytest

from specforge.infrastructure import MethodPath, MethodSettings
from tests.infrastructure.apis import an_api, findings_of, planned


@pytest.mark.parametrize(("kind", "name"), [("rest", "prod"), ("http", "$default")])
def test_without_a_configuration_there_is_one_stage_with_access_logs(kind: str, name: str) -> None:
    (stage,) = planned(an_api(kind=kind)).stages

    assert (stage.name, stage.is_default) == (name, True)
    assert stage.access_log is not None


@pytest.mark.parametrize(("logs", "writes"), [("{}", True), ("{access: {to: none}}", False)])
def test_a_configured_stage_writes_an_access_log_unless_it_is_turned_off(logs: str, *, writes: bool) -> None:
    (stage,) = planned(an_api(f"stages: {{dev: {{tracing: true, logs: {logs}}}}}")).stages

    assert (stage.is_default, stage.tracing, stage.settings) == (False, True, ())
    assert stage.writes_access_log is writes


def test_a_cache_is_encrypted_unless_it_is_told_not_to_be() -> None:
    api = an_api("""\
        stages:
          a: {cache: {size: 0.5}}
          b: {cache: {encrypted: false}}
        """)

    assert [stage.settings[0].encrypted for stage in planned(api).stages] == [True, False]


def test_logs_have_a_retention_and_a_key() -> None:
    (stage,) = planned(an_api("stages: {prod: {logs: {retention: 7, key: arn, execution: info, trace: true}}}")).stages

    assert (stage.log_retention_days, str(stage.log_key)) == (7, "arn")
    assert stage.settings[0].data_trace is True
    assert stage.writes_execution_log is True


def test_a_method_keeps_the_settings_of_the_stage_that_it_does_not_change() -> None:
    api = an_api("""\
        stages:
          prod:
            throttle: {rate: 10, burst: 20, methods: {"GET /orders/{id}": {rate: 5}}}
            logs: {execution: error}
            metrics: true
        """)

    common, single = planned(api).stages[0].settings

    assert common == MethodSettings(rate=10, burst=20, logging_level="ERROR", metrics=True)
    assert single == MethodSettings(
        method=MethodPath("GET", "/orders/{id}"), rate=5, burst=20, logging_level="ERROR", metrics=True
    )


def test_the_cache_of_a_method_differs_from_that_of_the_stage() -> None:
    api = an_api("""\
        stages:
          prod:
            cache: {ttl: 0, encrypted: true, methods: {"GET /orders/{id}": {ttl: 60}}}
        """)

    (stage,) = planned(api).stages
    common, single = stage.settings

    assert stage.cache_size_gb == 0.5
    assert (common.caching, common.ttl_s, common.encrypted) == (True, 0, True)
    assert (single.caching, single.ttl_s, single.encrypted) == (True, 60, True)


def test_a_setting_of_a_method_that_is_not_there_is_left_out() -> None:
    api = an_api('stages: {prod: {throttle: {methods: {"GET /order": {rate: 5}}}}}')

    assert [setting.method for stage in planned(api).stages for setting in stage.settings] == []


def test_what_an_http_api_cannot_have_is_reported_and_left_out() -> None:
    api = an_api("stages: {prod: {cache: {size: 0.5}, tracing: true}}", kind="http")

    assert [rule for rule, _ in findings_of(api)] == ["deployment-setting-not-for-http-api"] * 2
    assert planned(api).stages[0].cache_size_gb is None


def test_a_firehose_stream_has_the_prefix_that_aws_asks_for() -> None:
    (stage,) = planned(an_api("stages: {prod: {logs: {access: {to: firehose, name: orders}}}}")).stages

    assert stage.access_log is not None
    assert stage.access_log.name == "amazon-apigateway-orders"
