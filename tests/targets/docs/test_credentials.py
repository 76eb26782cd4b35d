from __future__ import annotations

import pytest

from specforge.targets.docs.credentials import Credentials, credentials_of
from tests.lower.documents import api_of


def carried(scheme: str) -> Credentials:
    api = api_of(f"""
        paths: {{/a: {{get: {{security: [{{it: []}}], responses: {{}}}}}}}}
        components: {{securitySchemes: {{it: {scheme}}}}}
    """)
    return credentials_of(api.operations[0], api)


@pytest.mark.parametrize(
    ("scheme", "headers"),
    [
        ("{type: apiKey, in: header, name: x-api-key}", (("x-api-key", "YOUR_API_KEY"),)),
        ("{type: apiKey, in: header, name: X-Token}", (("X-Token", "YOUR_TOKEN"),)),
        ("{type: apiKey, in: cookie, name: sid}", (("Cookie", "sid=YOUR_TOKEN"),)),
        ("{type: http, scheme: bearer}", (("Authorization", "Bearer YOUR_TOKEN"),)),
        ("{type: http, scheme: basic}", (("Authorization", "Basic BASE64_OF_USER_AND_PASSWORD"),)),
        ("{type: mutualTLS}", ()),
    ],
)
def test_a_request_carries_what_the_scheme_asks_for(scheme: str, headers: tuple[tuple[str, str], ...]) -> None:
    assert carried(scheme).headers == headers


def test_a_key_may_stand_in_the_query() -> None:
    assert carried("{type: apiKey, in: query, name: key}").query == (("key", "YOUR_TOKEN"),)


def test_curl_signs_for_iam() -> None:
    signed = carried("{type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: awsSigv4}")

    assert signed.headers == ()
    assert signed.curl_options[0] == "--aws-sigv4 'aws:amz:REGION:execute-api'"


def test_an_operation_for_all_carries_nothing() -> None:
    api = api_of("paths: {/a: {get: {responses: {}}}}")

    assert credentials_of(api.operations[0], api) == Credentials()
