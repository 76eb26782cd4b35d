from __future__ import annotations

import pytest

from specforge.ir import Data
from specforge.source import text_of
from specforge.targets.terraform.blocks import Choice, Code, Literal, Value, mapped, quoted
from specforge.targets.terraform.spelling import variable_name
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import speller_of

PARTITION = Code("data.aws_partition.current.partition")
SPELLINGS: list[tuple[Data, Value]] = [
    ("plain", Literal("plain")),
    ("${stageVariables.x}", Literal("${stageVariables.x}")),
    ("${lambda_arn}", Code("var.lambda_arn")),
    ("${var.lambda_arn}", Code("var.lambda_arn")),
    ("${aws_lambda_function.read.invoke_arn}", Code("var.aws_lambda_function_read_invoke_arn")),
    ("a${b}c", quoted("a", Code("var.b"), "c")),
    ({"Ref": "AWS::Region"}, Code("data.aws_region.current.id")),
    ({"Fn::Sub": "arn:${AWS::Partition}:s3"}, quoted("arn:", PARTITION, ":s3")),
    ({"Fn::GetAtt": ["ReadFunction", "Arn"]}, Code("var.read_function_arn")),
    ({"Fn::If": ["IsProd", "a", "b"]}, Choice(Code("var.is_prod"), Literal("a"), Literal("b"))),
    ({"Fn::Join": ["-", ["a", {"Ref": "B"}]]}, quoted("a-", Code("var.b"))),
]


@pytest.mark.parametrize(("value", "expected"), SPELLINGS, ids=lambda value: str(value)[:40])
def test_expressions_become_references(value: Data, expected: Value) -> None:
    text = text_of(value)
    assert text is not None

    assert speller_of(an_api()).value(text) == expected


def test_what_api_gateway_fills_in_stays_in_the_body() -> None:
    text = text_of("arn:${AWS::Partition}:${stageVariables.x}")
    assert text is not None

    assert speller_of(an_api()).body_value(text) == Literal("arn:${AWS::Partition}:${stageVariables.x}")


def test_a_policy_is_data_with_expressions_in_it() -> None:
    policy: Data = {"Effect": "Allow", "Resource": "${table_arn}"}

    assert speller_of(an_api()).tree(policy) == mapped({"Effect": "Allow", "Resource": Code("var.table_arn")})


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("lambda_arn", "lambda_arn"),
        ("local.table", "table"),
        ("Orders.Arn", "orders_arn"),
        ("source", "source_value"),
        ("1st", "value_1st"),
    ],
)
def test_variables_are_named_after_what_they_stand_for(expression: str, expected: str) -> None:
    assert variable_name(expression) == expected
