from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from specforge.infrastructure import Inputs, pascal_case, snake_case
from specforge.infrastructure.inputs import shown
from specforge.ir import Api, Data, Deferred
from specforge.source import text_of
from tests.infrastructure.apis import INVOKE, an_api


def deferred(value: Data) -> Deferred:
    text = text_of(value)
    assert text is not None
    (part,) = text.deferred
    return part


def inputs_of(api: Api, report: Report | None = None, reserved: tuple[str, ...] = ()) -> Inputs:
    return Inputs(
        tool="terraform",
        word="variable",
        spelled=snake_case,
        reserved=reserved,
        origin=api.origin,
        report=report or Report(),
    )


def test_the_same_value_is_one_input_however_it_is_written() -> None:
    inputs = inputs_of(an_api())

    spellings: tuple[Data, ...] = ({"Fn::GetAtt": ["F", "Arn"]}, {"Fn::Sub": "${F.Arn}"})

    names = [inputs.name_of(deferred(value)) for value in spellings]

    assert names == ["f_arn", "f_arn"]


def test_calls_with_other_arguments_are_other_inputs() -> None:
    inputs = inputs_of(an_api())
    calls: tuple[Data, ...] = ({"Fn::Select": [0, "a"]}, {"Fn::Select": [1, "a"]})

    assert [inputs.name_of(deferred(call)) for call in calls] == ["select_a", "select_a_2"]


def test_an_input_never_takes_a_name_that_is_in_use() -> None:
    assert inputs_of(an_api(), reserved=("name",)).name_of(deferred("${name}")) == "name_2"


def test_an_expression_of_another_tool_is_reported_where_it_stands() -> None:
    report = Report()
    api = an_api(uri='{"Fn::Sub": "' + INVOKE.format("${Reader.Arn}") + '"}')

    inputs_of(api, report).name_of(deferred({"Fn::Sub": "${Reader.Arn}"}))

    (found,) = report.take()
    assert found.message == "Reader.Arn is an expression of another tool; it becomes the variable reader_arn"
    assert found.origin.path().endswith("/x-amazon-apigateway-integration/uri/Fn::Sub")


def test_an_expression_of_the_tool_itself_is_not_reported() -> None:
    report = Report()

    inputs_of(an_api(), report).name_of(deferred("${lambda_arn}"))

    assert report.take() == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("${var.x}", "var.x"),
        ({"Ref": "Table"}, "Ref Table"),
        ({"Fn::GetAtt": "F.Arn"}, "GetAtt F.Arn"),
        ({"Fn::ImportValue": "x"}, '{"Fn::ImportValue": "x"}'),
    ],
)
def test_an_expression_is_shown_without_what_a_template_would_take_for_one(value: Data, expected: str) -> None:
    assert shown(deferred(value)) == expected


def test_names_take_the_style_of_their_tool() -> None:
    assert (snake_case("HTTPApiId"), pascal_case("my-http_api")) == ("http_api_id", "MyHttpApi")
