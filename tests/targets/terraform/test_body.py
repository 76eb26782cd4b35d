from __future__ import annotations

import json

import pytest

from specforge.ir import Data
from specforge.source import text_of
from specforge.targets.terraform.body import Body, Hole, literal_json
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import speller_of


def hole(value: Data) -> Data:
    text = text_of(value)
    assert text is not None
    return Hole.of(text)


def written(document: Data) -> str:
    return Body(speller_of(an_api())).write(document)


@pytest.mark.parametrize("text", ["${x}", "$${x}", "%{if x}", "%%{x}", "a\nb", '"', "\\", "ü", "$", "${"])
def test_a_literal_is_json_in_which_nothing_starts(text: str) -> None:
    found = literal_json(text)

    assert json.loads(found.replace("$${", "${").replace("%%{", "%{")) == text
    assert "${" not in found.replace("$${", "")


def test_a_document_without_expressions_is_no_template() -> None:
    body = Body(speller_of(an_api()))
    body.write({"openapi": "3.0.1", "paths": {}})

    assert (body.is_template, body.has_conditions) == (False, False)


def test_an_expression_is_encoded_when_the_template_is_rendered() -> None:
    assert written({"uri": hole('a"${x}b')}) == '{\n  "uri": ${jsonencode("a\\"${x}b")}\n}\n'


def test_a_variable_of_the_template_stands_for_an_expression_of_the_module() -> None:
    body = Body(speller_of(an_api()))
    body.write({"uri": hole("${x}"), "role": hole({"Ref": "AWS::URLSuffix"})})

    assert {name: code.code for name, code in body.variables.items()} == {
        "x": "var.x",
        "data_aws_partition_current_dns_suffix": "data.aws_partition.current.dns_suffix",
    }


def test_a_condition_takes_one_branch() -> None:
    text = written({"paths": {"/a": {"Fn::If": ["IsProd", {}, {"Ref": "AWS::NoValue"}]}}})

    assert '%{ if is_prod }\n    "/a": {},\n%{ else }\n%{ endif }\n' in text


def test_every_member_beside_a_condition_ends_in_a_comma() -> None:
    text = written({"a": 1, "b": {"Fn::If": ["C", 1, 2]}, "d": 3})

    assert [line for line in text.splitlines() if line.startswith(" ")] == [
        '  "a": 1,',
        '  "b": 1,',
        '  "b": 2,',
        '  "d": 3,',
    ]
