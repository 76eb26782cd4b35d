"""The short form `http`."""

from __future__ import annotations

import re

import pytest

from specforge.ir import Http, HttpProxy, Operation
from tests.expand.apis import expanded, form

URL = "https://orders.example.com/v1/{id}"


def proxy(short: str, kind: str = "rest", method: str = "get", path: str = "/orders/{id}") -> HttpProxy:
    integration = form(short, kind=kind, method=method, path=path).integration
    assert isinstance(integration, HttpProxy)
    return integration


def sent(integration: HttpProxy) -> dict[str, str]:
    return {mapping.target: str(mapping.value) for mapping in integration.request_parameters}


def test_a_rest_api_fills_the_variables_of_the_url_from_the_path() -> None:
    integration = proxy(f"http: {URL}")

    assert (str(integration.uri), str(integration.http_method)) == (URL, "GET")
    assert sent(integration) == {"integration.request.path.id": "method.request.path.id"}


def test_an_http_api_fills_them_by_itself() -> None:
    integration = proxy(f"http: {URL}", "http")

    assert sent(integration) == {}
    assert str(integration.payload_format_version) == "1.0"


def test_a_greedy_variable_is_written_as_the_url_wants_it() -> None:
    integration = proxy("http: 'https://x.example.com/{rest+}'", path="/files/{rest+}")

    assert str(integration.uri) == "https://x.example.com/{rest}"
    assert sent(integration) == {"integration.request.path.rest": "method.request.path.rest"}


def test_a_variable_may_be_mapped_from_elsewhere() -> None:
    integration = proxy("http: {url: 'https://x.example.com/{tenant}', parameters: {path.tenant: header.X-Tenant}}")

    assert sent(integration) == {"integration.request.path.tenant": "method.request.header.X-Tenant"}


def test_timeout_method_and_vpc_link_are_passed_on() -> None:
    integration = proxy(
        "http: {url: 'http://in.example.com', method: POST, timeout-ms: 500, vpc-link: abc, vpc-link-target: 'arn:x'}"
    )

    assert integration.timeout_ms == 500
    assert str(integration.http_method) == "POST"
    connection = integration.connection
    assert (str(connection.type), str(connection.id), str(connection.target)) == ("VPC_LINK", "abc", "arn:x")


def test_a_private_integration_of_an_http_api_names_a_listener() -> None:
    listener = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/b/c"

    assert str(proxy(f"http: {{url: '{listener}', vpc-link: abc}}", "http").uri) == listener
    assert form(f"http: {{url: '{listener}', vpc-link: abc}}").said != []


def mapped(responses: str) -> Operation:
    short = "x-specforge-integration: {http: {url: 'https://x.example.com', proxy: false}}"
    return expanded(f"paths: {{/a: {{post: {{responses: {responses}, {short}}}}}}}").only


def test_without_proxy_the_declared_statuses_come_through_and_no_error_becomes_a_good_answer() -> None:
    integration = mapped("{'201': {}, '404': {}, '409': {}, 5XX: {}}").integration

    assert isinstance(integration, Http)
    assert [(one.key, str(one.status)) for one in integration.responses] == [
        ("404", "404"),
        ("409", "409"),
        (r"(?!404|409)4\d{2}", "400"),
        (r"5\d{2}", "502"),
        ("default", "201"),
    ]
    assert integration.responses_declared


@pytest.mark.parametrize("status", ["200", "302", "400", "404", "409", "500", "503"])
def test_one_pattern_at_most_matches_a_status(status: str) -> None:
    integration = mapped("{'200': {}, '404': {}, '409': {}, '503': {}}").integration

    assert isinstance(integration, Http)
    keys = [one.key for one in integration.responses if one.key != "default" and re.fullmatch(one.key, status)]
    assert len(keys) == (status[0] in "45")


@pytest.mark.parametrize(
    ("responses", "declared"),
    [
        ("{'200': {}}", ["200", "400", "502"]),
        ("{}", ["200", "400", "502"]),
        ("{'200': {}, '400': {}, 5XX: {}}", ["200", "400", "5XX"]),
        ("{'200': {}, 4XX: {}, '502': {}}", ["200", "4XX", "502"]),
    ],
)
def test_every_status_that_an_answer_becomes_is_declared(responses: str, declared: list[str]) -> None:
    assert [response.status for response in mapped(responses).responses] == declared


@pytest.mark.parametrize(
    ("short", "kind", "message"),
    [
        ("http: ftp://x", "rest", "url is ftp://x; it must be an address that starts with https:// or http://"),
        (
            "http: 'https://x /y'",
            "rest",
            "url is https://x /y; it must be an address that starts with https:// or http://",
        ),
        (
            "http: 'https://x.example.com/{ix}'",
            "rest",
            "url holds {ix}, which is no parameter of the path /orders/{id}",
        ),
        (
            "http: {url: 'https://x.example.com', proxy: false}",
            "http",
            "proxy is false; an HTTP API passes request and answer on, so it must be true or be left out",
        ),
    ],
)
def test_what_cannot_be_is_reported(short: str, kind: str, message: str) -> None:
    assert form(short, kind=kind).said == [f"invalid-short-form-option: {message}"]
