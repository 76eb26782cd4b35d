"""Parameters of a backend, in one spelling for both kinds of API."""

from __future__ import annotations

import pytest

from specforge.ir import HttpProxy
from tests.expand.apis import Expanded, form

SOURCES = "header.x, querystring.x, path.x, body, body.x, context.x, stageVariables.x or a text in single quotes"


def mapped(parameters: str, kind: str = "rest") -> Expanded:
    return form(f"http: {{url: 'https://x.example.com', parameters: {{{parameters}}}}}", kind=kind)


@pytest.mark.parametrize(
    ("source", "rest", "http"),
    [
        ("header.X-A", "method.request.header.X-A", "$request.header.X-A"),
        ("querystring.q", "method.request.querystring.q", "$request.querystring.q"),
        ("path.id", "method.request.path.id", "$request.path.id"),
        ("body", "method.request.body", "$request.body"),
        ("body.user.id", "method.request.body.user.id", "$request.body.user.id"),
        ("context.requestId", "context.requestId", "$context.requestId"),
        ("stageVariables.v", "stageVariables.v", "$stageVariables.v"),
        ("\"'fixed'\"", "'fixed'", "fixed"),
        ("!Ref Tenant", "${Tenant}", "${Tenant}"),
    ],
)
def test_a_source_is_said_in_the_words_of_the_api(source: str, rest: str, http: str) -> None:
    found = {}
    for kind in ("rest", "http"):
        integration = mapped(f"header.X-B: {source}", kind).integration
        assert isinstance(integration, HttpProxy)
        (mapping,) = integration.request_parameters
        found[mapping.target] = str(mapping.value)

    assert found == {"integration.request.header.X-B": rest, "overwrite:header.X-B": http}


@pytest.mark.parametrize(
    ("parameters", "kind", "message"),
    [
        (
            "cookie.a: body",
            "rest",
            "parameters.cookie.a is no target; it must be header.NAME, querystring.NAME or path.NAME",
        ),
        ("path.a: body", "http", "parameters.path.a is no target; it must be header.NAME or querystring.NAME"),
        (
            "header.a: fixed",
            "rest",
            f"parameters.header.a is fixed; it must be {SOURCES}",
        ),
    ],
)
def test_a_malformed_parameter_is_reported(parameters: str, kind: str, message: str) -> None:
    assert mapped(parameters, kind).said == [f"invalid-short-form-option: {message}"]
