"""Deploy-time expressions: what is known of a text stays known, the rest is kept."""

from __future__ import annotations

import re

import pytest

from specforge.source import Data, Deferred, Text, branches, intrinsic_of, text_of


def parts(value: Data) -> list[str]:
    text = text_of(value)
    assert text is not None
    return [part if isinstance(part, str) else f"{part.tool}:{part.name}" for part in text.parts]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("plain $x {y} $", ["plain $x {y} $"]),
        (12, ["12"]),
        (1.5, ["1.5"]),
        (True, ["true"]),
        ("a${b}c", ["a", "terraform:b", "c"]),
        ("${module.x.arn}", ["terraform:module.x.arn"]),
        ('${lookup(a, "}")}!', ["terraform:lookup_a", "!"]),
        ("${a${b}c}", ["terraform:a_b_c"]),
        ("$${a}", ["${a}"]),
        ("${a", ["${a"]),
        ("${AWS::Region}.x", ["aws:AWS::Region", ".x"]),
        ("${stageVariables.table}", ["stage:table"]),
        ({"Ref": "Table"}, ["cloudformation:Table"]),
        ({"Ref": "AWS::AccountId"}, ["aws:AWS::AccountId"]),
        ({"Fn::GetAtt": ["F", "Arn"]}, ["cloudformation:F.Arn"]),
        ({"Fn::GetAtt": "F.Arn"}, ["cloudformation:F.Arn"]),
        ({"Fn::Sub": "a${F.Arn}b${!c}${AWS::Region}"}, ["a", "cloudformation:F.Arn", "b${c}", "aws:AWS::Region"]),
        ({"Fn::Sub": "${!stageVariables.x}"}, ["stage:x"]),
        ({"Fn::Sub": ["${v}/${w}", {"v": "x", "w": {"Ref": "W"}}]}, ["x/", "cloudformation:W"]),
        ({"Fn::Join": ["-", ["a", {"Ref": "B"}, 1]]}, ["a-", "cloudformation:B", "-1"]),
        ({"Fn::Join": ["", {"Ref": "List"}]}, ["cloudformation:Join_List"]),
        ({"Fn::ImportValue": "net-VpcLink"}, ["cloudformation:net-VpcLink"]),
        ({"Fn::If": ["C", "a", "b"]}, ["cloudformation:If_C_a_b"]),
    ],
)
def test_an_expression_is_taken_apart(value: Data, expected: list[str]) -> None:
    assert expected == parts(value)


@pytest.mark.parametrize("value", [None, [], {}, ["a"], {"a": "b"}, {"Ref": "a", "b": "c"}, {"Ref": ["a"]}])
def test_what_is_no_expression_has_no_text(value: Data) -> None:
    assert text_of(value) is None


def test_a_template_keeps_its_own_references() -> None:
    assert Text(("${x}",)) == text_of("${x}", placeholders=False)


def test_the_expression_is_kept_as_it_stands() -> None:
    text = text_of('a${ x["}"] }b')
    assert text is not None

    assert 'a${ x["}"] }b' == str(text)
    assert (Deferred("terraform", "x", '${ x["}"] }'),) == text.deferred


def test_the_known_parts_answer_and_the_others_do_not() -> None:
    text = text_of("arn:${p}:lambda")
    assert text is not None

    assert [True, False, None] == [text.startswith("arn:"), text.startswith("x"), text.startswith("arn:aws")]
    assert [True, False, None] == [text.endswith("lambda"), text.endswith("x"), text.endswith("s:lambda")]
    assert [True, None] == [text.contains("lamb"), text.contains("zz")]
    assert text.matches(re.compile("arn.*")) is None
    assert text.literal is None


def test_a_known_text_answers_always() -> None:
    text = Text(("abc",))

    assert [True, False] == [text.matches(re.compile("[a-c]+")), text.matches(re.compile("ab"))]
    assert ["abc", False, False] == [text.literal, text.startswith("b"), text.contains("d")]
    assert ("", True) == (Text(()).literal, Text(()).startswith(""))


def test_a_text_is_split_at_literal_separators_only() -> None:
    text = text_of("a:${x:y}:b")
    assert text is not None

    assert ["a", "${x:y}", "b"] == [str(piece) for piece in text.split(":")]
    assert text.split_once("/") is None
    assert "${x:y}:b" == str(text.removeprefix("a:"))
    assert "a:${x:y}:bc" == str(text + "c")


def test_both_branches_of_an_if_are_kept() -> None:
    found = branches({"Fn::If": ["C", {"x": 1}, {"Ref": "AWS::NoValue"}]})
    assert found is not None

    assert ("C", {"x": 1}, False, True) == (found.condition, found.then, found.then_absent, found.otherwise_absent)
    assert branches({"Fn::If": ["C", 1]}) is None
    assert branches({"Ref": "C"}) is None


def test_a_function_is_told_by_its_single_key() -> None:
    assert ["Ref", "Fn::Sub", "Condition"] == [intrinsic_of({key: "x"}) for key in ("Ref", "Fn::Sub", "Condition")]
    assert intrinsic_of({"Fn::Sub": "x", "y": 1}) is None
    assert intrinsic_of({"Condition": {"StringEquals": {}}}) is None


def test_expressions_that_multiply_or_nest_without_end_stay_whole() -> None:
    nested: Data = "x"
    for _ in range(450):
        nested = {"Fn::Sub": ["${a}" * 50, {"a": nested}]}

    assert len(parts(nested)) <= 10_000
    assert len(parts("${" * 50_000)) == 1
