from __future__ import annotations

import pytest

from tests.infrastructure.apis import an_api, planned


def test_a_key_of_two_plans_is_one_key() -> None:
    api = an_api("usage-plans: {gold: {keys: [a, b]}, silver: {keys: [b, c]}}")

    assert planned(api).api_keys == ("a", "b", "c")


@pytest.mark.parametrize(
    ("logs", "expected"),
    [
        ("{}", False),
        ("{access: {to: cloudwatch}}", True),
        ("{access: {to: firehose}}", False),
        ('{execution: "off"}', False),
        ("{execution: info}", True),
    ],
)
def test_logs_in_cloudwatch_need_the_role_of_the_account(logs: str, *, expected: bool) -> None:
    assert planned(an_api(f"stages: {{prod: {{logs: {logs}}}}}")).writes_logs is expected


@pytest.mark.parametrize(("path", "expected"), [("v1", False), ("/v1/", False), ("shop/v1", True)])
def test_a_base_path_may_have_several_levels(path: str, *, expected: bool) -> None:
    domain = planned(an_api(f"domain: {{name: api.example.com, base-path: {path}}}")).domain

    assert domain is not None
    assert domain.is_multi_level is expected
