from __future__ import annotations

import pytest

from tests.lower.documents import api_of


def test_servers_of_3_with_the_defaults_of_their_variables() -> None:
    (server,) = api_of(
        """
        servers:
          - url: https://{host}/v1
            description: The one
            variables: {host: {default: e.com}, port: {default: 443}, broken: 1}
          - {description: no url}
          - 1
        """
    ).servers

    assert (server.url, server.description) == ("https://{host}/v1", "The one")
    assert server.variables == {"host": "e.com", "port": "443"}


def test_servers_of_2_are_schemes_host_and_base_path() -> None:
    api = api_of("schemes: [https, http]\nhost: e.com\nbasePath: /v1", "swagger: '2.0'")

    assert [server.url for server in api.servers] == ["https://e.com/v1", "http://e.com/v1"]
    assert api.base_path == "/v1"


@pytest.mark.parametrize(
    ("body", "urls"),
    [
        ("host: e.com", ["https://e.com"]),
        ("host: e.com\nbasePath: v1", ["https://e.com/v1"]),
        ("basePath: /v1", ["/v1"]),
        ("paths: {}", []),
    ],
)
def test_what_2_leaves_out(body: str, urls: list[str]) -> None:
    assert [server.url for server in api_of(body, "swagger: '2.0'").servers] == urls


@pytest.mark.parametrize(
    ("servers", "expected"),
    [
        ("[{url: https://e.com/a/b}]", "/a/b"),
        ("[{url: https://e.com/a/}]", "/a"),
        ("[{url: https://e.com:8080}]", None),
        ("[{url: /a}]", "/a"),
        ("[{url: '{server}/a'}]", "/a"),
        ("[{url: 'https://e.com/a', variables: {basePath: {default: b}}}]", "/b"),
        ("[]", None),
    ],
)
def test_the_base_path_is_the_one_that_the_import_finds(servers: str, expected: str | None) -> None:
    assert api_of(f"servers: {servers}").base_path == expected
