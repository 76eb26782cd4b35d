"""Options of short forms: what may stand there."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest

from specforge.expand.options import extensions_schema
from specforge.ir import LambdaProxy
from tests.expand.apis import form


def test_what_stands_alone_is_the_option_that_may() -> None:
    alone, whole = form("lambda: f"), form("lambda: {function: f}")

    assert alone.integration == whole.integration


def test_an_expression_stands_alone_too() -> None:
    integration = form("lambda: !GetAtt Orders.Arn").integration

    assert isinstance(integration, LambdaProxy)
    assert str(integration.function) == "${Orders.Arn}"


def test_an_unknown_option_is_an_error_at_its_key_and_the_rest_counts() -> None:
    found = form("lambda: {function: f, timeout: 30}")

    assert found.said == [
        "unknown-short-form-option: lambda.timeout is no key of the short form lambda; did you mean timeout-ms?"
    ]
    assert found.places == ["timeout"]
    assert isinstance(found.integration, LambdaProxy)


@pytest.mark.parametrize(
    ("short", "message"),
    [
        pytest.param("lambda:", "lambda has no function", id="nothing"),
        pytest.param("lambda: [f]", "lambda is a list; it must be a mapping", id="a list"),
        pytest.param("lambda: {function: [f]}", "lambda.function is a list; it must be a text", id="a list in it"),
        pytest.param(
            "lambda: {function: f, timeout-ms: 49}", "lambda.timeout-ms is 49; it must be at least 50", id="low"
        ),
        pytest.param(
            "lambda: {function: f, payload-format-version: '3.0'}",
            "lambda.payload-format-version is 3.0; it must be 1.0 or 2.0",
            id="a word",
        ),
        pytest.param("download: {bucket: abc, key: }", "download.key is empty", id="an empty option"),
        pytest.param(
            "download: {bucket: abc, key: '{id}', expires: 604801}",
            "download.expires is 604801; it must be at most 604800",
            id="high",
        ),
    ],
)
def test_a_wrong_option_is_reported(short: str, message: str) -> None:
    assert form(short).said == [f"invalid-short-form-option: {message}"]


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ({"lambda": "f"}, True),
        ({"lambda": {"function": {"Ref": "F"}, "timeout-ms": 50}}, True),
        ({"lambda": {"function": "f", "timeout-ms": 49}}, False),
        ({"lambda": {"timeout-ms": 50}}, False),
        ({"lambda": "f", "mock": 204}, False),
        ({"mock": {"status": 204, "headers": {"X-A": 1}}}, True),
        ({"upload": {"bucket": "b", "key": "a/../b", "max-bytes": 1}}, False),
        ({"upload": {"bucket": "b", "key": "a/b", "max-bytes": 1, "content-types": ["image/*"]}}, True),
        ({"nothing": {}}, False),
    ],
)
def test_the_json_schema_judges_as_the_check_does(value: object, *, valid: bool) -> None:
    assert jsonschema_rs.is_valid(extensions_schema(), json.loads(json.dumps(value))) is valid
