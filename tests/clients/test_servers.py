from __future__ import annotations

import pytest

from specforge.clients.servers import default_base_url
from tests.lower.documents import api_of


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        ("[{url: 'https://a.example.com/v1/'}]", "https://a.example.com/v1"),
        (
            "[{url: 'https://{host}/{stage}', variables: {host: {default: h.io}, stage: {default: p}}}]",
            "https://h.io/p",
        ),
        ("[{url: 'https://{id}.example.com'}]", None),
        ("[{url: /v1}, {url: 'https://b.example.com'}]", "https://b.example.com"),
        ("[]", None),
        ('[{url: "https://a.example.com/\\"; x"}]', None),
    ],
)
def test_the_first_complete_server_is_the_base_url(servers: str, url: str | None) -> None:
    assert default_base_url(api_of(f"servers: {servers}")) == url
