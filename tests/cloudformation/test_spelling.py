from __future__ import annotations

import pytest

from specforge.cloudformation.spelling import parameter_name
from specforge.diagnostics import Report
from specforge.ir import Data
from specforge.source import text_of
from tests.cloudformation.templates import speller_of
from tests.infrastructure.apis import an_api

SPELLINGS: list[tuple[Data, Data]] = [
    ("plain", "plain"),
    ("${stageVariables.x}", "${stageVariables.x}"),
    ("a${stageVariables.x}", "a${stageVariables.x}"),
    ("${lambda_arn}", {"Ref": "LambdaArn"}),
    ("a${lambda_arn}${stageVariables.x}", {"Fn::Sub": "a${LambdaArn}${!stageVariables.x}"}),
    ({"Ref": "AWS::Region"}, {"Ref": "AWS::Region"}),
    ("arn:${AWS::Partition}", {"Fn::Sub": "arn:${AWS::Partition}"}),
    ({"Ref": "Table"}, {"Ref": "Table"}),
    ({"Fn::GetAtt": ["Reader", "Arn"]}, {"Ref": "ReaderArn"}),
    ({"Fn::GetAtt": ["Own", "Arn"]}, {"Fn::GetAtt": ["Own", "Arn"]}),
    ({"Fn::Sub": "${Reader.Arn}/${!x}"}, {"Fn::Sub": "${ReaderArn}/${!x}"}),
    ({"Fn::ImportValue": {"Ref": "Name"}}, {"Fn::ImportValue": {"Ref": "Name"}}),
    ({"Fn::Select": [0, {"Ref": "Names"}]}, {"Fn::Select": [0, {"Ref": "Names"}]}),
    ({"Fn::FindInMap": ["A", "B", "C"]}, {"Ref": "FindInMapABC"}),
    ({"Fn::If": ["IsProd", {"Fn::GetAtt": ["R", "Arn"]}, "b"]}, {"Fn::If": ["IsProd", {"Ref": "RArn"}, "b"]}),
]


@pytest.mark.parametrize(("value", "expected"), SPELLINGS, ids=lambda value: str(value)[:40])
def test_expressions_become_functions_and_parameters(value: Data, expected: Data) -> None:
    text = text_of(value)
    assert text is not None

    assert speller_of(an_api(), own=("Own",)).spell(text) == expected


def test_a_condition_is_declared_over_a_parameter() -> None:
    speller = speller_of(an_api())
    speller.finish({"Fn::If": ["IsProd", "a", "b"]})

    assert speller.conditions == {"IsProd": {"Fn::Equals": [{"Ref": "IsProd"}, "true"]}}


def test_a_dynamic_reference_of_a_document_stays_a_text_and_is_reported() -> None:
    report = Report()

    found = speller_of(an_api(), report).finish({"a": "{{resolve:ssm:x}}", "b": {"Fn::Sub": "{{resolve:ssm:${X}}}"}})

    assert found == {"a": "{ {resolve:ssm:x}}", "b": {"Fn::Sub": "{ {resolve:ssm:${X}}}"}}
    assert {found.rule for found in report.take()} == {"dynamic-reference-in-document"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${other}", "${other}"),
        ("${Known}", {"Fn::Sub": "${!Known}"}),
        ("${AWS::StackName}", {"Fn::Sub": "${!AWS::StackName}"}),
        ("x${AWS::Region}${Known}", {"Fn::Sub": "x${AWS::Region}${!Known}"}),
    ],
)
def test_a_text_that_looks_like_a_reference_stays_a_text(text: str, expected: Data) -> None:
    assert speller_of(an_api()).finish(text, {"Known"}) == expected


def test_parameters_are_named_after_what_they_stand_for() -> None:
    assert (parameter_name("local.table_name"), parameter_name("Reader.Arn")) == ("TableName", "ReaderArn")
