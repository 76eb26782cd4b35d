"""A suppression names a rule that exists, and suppresses something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judged import found, put

INTEGRATION = "x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://a.example.com'%s}"
GOOD = INTEGRATION % ""
SLOW = INTEGRATION % ", timeoutInMillis: 20"
ALLOW = "x-specforge-allow: {integration-timeout-out-of-range: the importer is tested with it}"
RULES = ("suppression-unused", "unknown-rule-name", "suppression-without-reason", "integration-timeout-out-of-range")


def api(*lines: str) -> str:
    return "".join(f"{line}\n" for line in ("paths:", "  /a:", *(f"    {line}" for line in lines)))


def messages(folder: Path, body: str, *select: str) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in found(folder, body, *(select or RULES))]


def test_a_suppression_that_hides_a_finding_is_used(tmp_path: Path) -> None:
    assert messages(tmp_path, api(ALLOW, "get:", "  responses: {'200': {description: ok}}", f"  {SLOW}")) == []


def test_a_suppression_that_hides_nothing_is_told(tmp_path: Path) -> None:
    assert messages(tmp_path, api(ALLOW, f"get: {{{GOOD}}}")) == [
        ("suppression-unused", "integration-timeout-out-of-range finds nothing here; the suppression can go")
    ]


def test_of_two_suppressions_the_nearer_is_used(tmp_path: Path) -> None:
    (one,) = found(tmp_path, api(ALLOW, "get:", f"  {ALLOW}", f"  {SLOW}"), *RULES)

    assert (one.rule, one.span.line) == ("suppression-unused", 5)


def test_a_suppression_beside_the_reference_is_used(tmp_path: Path) -> None:
    body = f"x-shared: {{{SLOW}}}\n" + api("get:", f"  {ALLOW}", "  x-amazon-apigateway-integration: {$ref: '#/x-i'}")
    body += "x-i: {type: http_proxy, httpMethod: GET, uri: 'https://a.example.com', timeoutInMillis: 20}\n"

    assert messages(tmp_path, body) == []


def test_a_rule_that_is_not_in_force_is_not_judged(tmp_path: Path) -> None:
    assert messages(tmp_path, api(ALLOW, f"get: {{{GOOD}}}"), "suppression-unused") == []


def test_what_a_target_reports_is_not_judged_before_it(tmp_path: Path) -> None:
    body = api("x-specforge-allow: {body-schema-removed: known}", f"get: {{{GOOD}}}")

    assert messages(tmp_path, body, "suppression-unused", "body-schema-removed") == []


def test_what_stands_in_another_file_is_not_judged(tmp_path: Path) -> None:
    put(tmp_path, item=f"{ALLOW}\nget: {{{GOOD}}}\n")

    assert messages(tmp_path, "paths: {/a: {$ref: item.yaml}}\n") == []


def test_a_rule_that_does_not_exist_is_told_with_its_fix(tmp_path: Path) -> None:
    body = api("x-specforge-allow: {operation-without-authorisation: internal}", f"get: {{{GOOD}}}")
    (one,) = found(tmp_path, body, *RULES)

    assert one.message.endswith("did you mean operation-without-authorization?")
    assert one.fix is not None
    assert one.fix.title == "call it operation-without-authorization"


@pytest.mark.parametrize("reason", ["", "''", "'  '", "null", "1", "[a]"])
def test_a_suppression_needs_a_reason(tmp_path: Path, reason: str) -> None:
    allow = f"x-specforge-allow: {{integration-timeout-out-of-range: {reason}}}"

    assert [rule for rule, _ in messages(tmp_path, api(allow, "get:", f"  {SLOW}"))] == ["suppression-without-reason"]
