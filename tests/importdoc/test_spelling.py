from __future__ import annotations

from typing import Any

import pytest

from specforge.importdoc.spelling import as_written, joined, spell_data, spell_value
from specforge.ir import Deferred, Text
from specforge.source import text_of

IMPORT: dict[str, Any] = {"Fn::ImportValue": "Other"}
GET_ATT: dict[str, Any] = {"Fn::GetAtt": ["Table", "Arn"]}


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ("plain", "plain"),
        ("https://${stageVariables.host}/x", "https://${stageVariables.host}/x"),
        ("${var.host}/x", "${var.host}/x"),
        ({"Ref": "Handler"}, {"Ref": "Handler"}),
        (GET_ATT, GET_ATT),
        ({"Fn::Sub": "arn:${Handler.Arn}/x"}, {"Fn::Sub": "arn:${Handler.Arn}/x"}),
        ({"Fn::Sub": "${Handler.Arn}/${!stageVariables.x}"}, {"Fn::Sub": "${Handler.Arn}/${!stageVariables.x}"}),
        ({"Fn::Join": ["", ["a/", {"Ref": "B"}, "/c"]]}, {"Fn::Sub": "a/${B}/c"}),
        ({"Fn::Join": ["/", ["a", GET_ATT]]}, {"Fn::Sub": "a/${Table.Arn}"}),
        ({"Fn::Join": ["/", ["a", IMPORT]]}, {"Fn::Sub": ["a/${Value1}", {"Value1": IMPORT}]}),
        ({"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:sqs"}, "arn:aws:apigateway:${AWS::Region}:sqs"),
        ({"Ref": "AWS::AccountId"}, "${AWS::AccountId}"),
        ({"Ref": "AWS::StackName"}, {"Ref": "AWS::StackName"}),
    ],
)
def test_text_is_written_as_its_author_meant_it(value: Any, spelled: Any) -> None:
    text = text_of(value)
    assert text is not None

    assert as_written(text) == spelled


def test_reading_what_was_written_gives_the_same_text() -> None:
    text = text_of({"Fn::Join": ["", ["#set($x = '${y}')", GET_ATT, IMPORT, {"Ref": "B"}, IMPORT]]}, placeholders=False)
    assert text is not None

    assert as_written(text) == as_written(text_of(as_written(text)) or Text(()))


def test_numbers_and_flags_pass_and_their_expressions_are_spelled() -> None:
    deferred = Deferred("cloudformation", "Timeout", {"Ref": "Timeout"})

    assert [spell_value(value, as_written) for value in (50, False, deferred)] == [50, False, {"Ref": "Timeout"}]


def test_data_is_spelled_wherever_an_expression_stands() -> None:
    data: Any = {"Statement": [{"Resource": {"Fn::Sub": "${Api}/x"}, "Effect": "Allow", "n": 1}]}

    spelled = spell_data(data, lambda text: f"<{text}>")

    assert spelled == {"Statement": [{"Resource": "<${Api}/x>", "Effect": "Allow", "n": 1}]}


def test_texts_are_joined_with_their_expressions() -> None:
    texts = [Text(("a",)), Text((Deferred("stage", "b", "${stageVariables.b}"),))]

    assert as_written(joined(texts, ", ")) == "a, ${stageVariables.b}"
