from __future__ import annotations

import pytest

from tests.infrastructure.apis import an_api, planned


def test_a_key_of_two_plans_is_one_key() -> None:
    api = an_api("usage-plans: {gold: {keys: [a, b]}, silver: {keys: [b, c]}}")

    assert planned(api).api_keys == ("a", "b", "c")


@pytest.mark.parametrize(
    ("logs", "expected"),
    [
        ("{}", True),
        ("{access: {to: none}}", False),
        ("{access: {to: cloudwatch}}", True),
        ("{access: {to: firehose}}", False),
        ('{access: {to: none}, execution: "off"}', False),
        ("{access: {to: none}, execution: info}", True),
    ],
)
def test_logs_in_cloudwatch_need_the_role_of_the_account(logs: str, *, expected: bool) -> None:
    assert planned(an_api(f"stages: {{prod: {{logs: {logs}}}}}")).writes_logs is expected


@pytest.mark.parametrize(("path", "expected"), [("v1", False), ("/v1/", False), ("shop/v1", True)])
def test_a_base_path_may_have_several_levels(path: str, *, expected: bool) -> None:
    domain = planned(an_api(f"domain: {{name: api.example.com, base-path: {path}}}")).domain

    assert domain is not None
    assert domain.is_multi_level is expected


@pytest.mark.parametrize(
    ("deploy", "expected"),
    [
        ("domain: {name: a.b.com, hosted-zone: Z}", ("A",)),
        ("domain: {name: a.b.com, hosted-zone: Z, ip-address-type: dualstack}", ("A", "AAAA")),
        ("endpoint: {type: edge}\ndomain: {name: a.b.com, hosted-zone: Z}", ("A", "AAAA")),
        ("domain: {name: a.b.com}", ()),
        ("domain: {name: a.b.com, hosted-zone: Z, existing: true}", ()),
    ],
)
def test_a_domain_has_the_records_of_its_addresses(deploy: str, expected: tuple[str, ...]) -> None:
    domain = planned(an_api(deploy)).domain

    assert domain is not None
    assert domain.record_types == expected
