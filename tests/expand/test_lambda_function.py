"""The short form `lambda`."""

from __future__ import annotations

import pytest

from specforge.ir import LambdaProxy
from tests.expand.apis import form

NAMED = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
CALLED = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders"


def proxy(short: str, kind: str = "rest") -> LambdaProxy:
    integration = form(short, kind=kind).integration
    assert isinstance(integration, LambdaProxy)
    return integration


@pytest.mark.parametrize(
    ("function", "uri"),
    [
        pytest.param("orders", f"{CALLED}{NAMED}orders/invocations", id="a name"),
        pytest.param("orders:live", f"{CALLED}{NAMED}orders:live/invocations", id="a name with an alias"),
        pytest.param("{function: orders, alias: '7'}", f"{CALLED}{NAMED}orders:7/invocations", id="a version"),
        pytest.param(
            ARN,
            f"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{ARN}/invocations",
            id="an ARN says where",
        ),
        pytest.param("!GetAtt Orders.Arn", CALLED + "${Orders.Arn}/invocations", id="the ARN of a resource"),
        pytest.param("!Ref Orders", f"{CALLED}{NAMED}${{Orders}}/invocations", id="the name of a resource"),
        pytest.param(
            "'${aws_lambda_function.orders.arn}'",
            CALLED + "${aws_lambda_function.orders.arn}/invocations",
            id="Terraform's ARN",
        ),
        pytest.param(
            "'${aws_lambda_function.orders.invoke_arn}'", "${aws_lambda_function.orders.invoke_arn}", id="the whole URI"
        ),
        pytest.param(
            "'${stageVariables.fn}'", f"{CALLED}{NAMED}${{stageVariables.fn}}/invocations", id="a stage variable"
        ),
    ],
)
def test_the_uri_calls_the_function(function: str, uri: str) -> None:
    assert str(proxy(f"lambda: {function}").uri) == uri


def test_a_rest_api_posts_to_the_function() -> None:
    integration = proxy("lambda: {function: f, timeout-ms: 100, credentials: 'arn:aws:iam::1:role/r'}")

    assert integration.declared_type == "aws_proxy"
    assert str(integration.http_method) == "POST"
    assert integration.timeout_ms == 100
    assert str(integration.credentials) == "arn:aws:iam::1:role/r"
    assert integration.payload_format_version is None


@pytest.mark.parametrize(("given", "version"), [("", "2.0"), (", payload-format-version: '1.0'", "1.0")])
def test_an_http_api_has_the_form_of_the_event(given: str, version: str) -> None:
    assert str(proxy(f"lambda: {{function: f{given}}}", "http").payload_format_version) == version


@pytest.mark.parametrize(
    ("short", "message"),
    [
        ("lambda: 'my function'", "function is my function; it must be the name or the ARN of a Lambda function"),
        ("lambda: arn:aws:s3:::b", "function is arn:aws:s3:::b; it must be the name or the ARN of a Lambda function"),
        ("lambda: {function: ''}", "function is ; it must be the name or the ARN of a Lambda function"),
        (
            "lambda: {function: 'f:live', alias: beta}",
            "function names the version already: f:live; alias must be left out",
        ),
        (
            f"lambda: {{function: '{ARN}:live', alias: beta}}",
            f"function names the version already: {ARN}:live; alias must be left out",
        ),
    ],
)
def test_what_names_no_function_is_reported(short: str, message: str) -> None:
    assert form(short).said == [f"invalid-short-form-option: {message}"]
