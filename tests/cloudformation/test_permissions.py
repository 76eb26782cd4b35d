from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from tests.cloudformation.templates import of_type, text_of_template
from tests.infrastructure.apis import an_api


def test_a_permission_takes_the_function_out_of_the_uri() -> None:
    (found,) = of_type(an_api(uri="${read_invoke_arn}"), "AWS::Lambda::Permission")

    behind = {"Fn::Select": [1, {"Fn::Split": ["/functions/", {"Ref": "ReadInvokeArn"}]}]}
    assert found["FunctionName"] == {"Fn::Select": [0, {"Fn::Split": ["/invocations", behind]}]}


def test_a_uri_of_an_http_api_that_is_one_expression_is_reported() -> None:
    report = Report()
    text_of_template(an_api(kind="http", uri="${read_arn}"), report)

    assert "lambda-permission-not-derivable" in [found.rule for found in report.take()]


@pytest.mark.parametrize(
    ("deploy", "ends"),
    [("", ["/*/GET/orders/*"]), ("stages: {dev: {}, prod: {}}", ["/dev/GET/orders/*", "/prod/GET/orders/*"])],
)
def test_a_permission_names_stage_and_method(deploy: str, ends: list[str]) -> None:
    found = of_type(an_api(deploy), "AWS::Lambda::Permission")

    assert [each["SourceArn"]["Fn::Sub"].partition("${Api}")[2] for each in found] == ends
    assert {(each["Principal"], each["Action"]) for each in found} == {
        ("apigateway.amazonaws.com", "lambda:InvokeFunction")
    }
