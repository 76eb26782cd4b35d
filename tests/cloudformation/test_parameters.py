from __future__ import annotations

from specforge.cloudformation.parameters import parameter_of
from specforge.infrastructure import Input
from tests.cloudformation.templates import template_of
from tests.infrastructure.apis import an_api


def test_an_expression_is_a_parameter_that_says_what_it_stands_for() -> None:
    made = parameter_of(Input(name="Arn", expression="lambda_arn"))

    assert (made.about, made.default) == ("Stands for lambda_arn in the API's document.", None)


def test_a_value_that_the_document_does_not_have_is_told_in_words() -> None:
    made = parameter_of(Input(name="Arn", expression="the ARN of the table", is_given=True))

    assert made.about == "The ARN of the table."


def test_a_condition_is_a_flag() -> None:
    assert parameter_of(Input(name="IsProd", expression="x", is_condition=True)).tree()["AllowedValues"] == [
        "true",
        "false",
    ]


def test_the_retention_is_a_parameter_only_where_a_stage_names_none() -> None:
    named = an_api("stages: {prod: {logs: {retention: 7}}}")

    assert "LogRetentionDays" in template_of(an_api())["Parameters"]
    assert "LogRetentionDays" not in template_of(named)["Parameters"]


def test_the_role_of_the_account_is_made_when_asked_for() -> None:
    assert template_of(an_api("account-role: true"))["Parameters"]["CreateAccountRole"]["Default"] == "true"


def test_code_that_is_not_there_is_a_parameter() -> None:
    parameters = template_of(an_api("functions: {getOrder: {handler: a.b}}"), target="cloudformation")["Parameters"]

    assert {"CodeBucket", "CodePrefix", "GetOrderFunctionPackage"} <= set(parameters)
