from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.targets.terraform.view import terraform_view
from tests.infrastructure.apis import INVOKE, an_api


def test_a_document_without_expressions_is_read_as_it_is() -> None:
    view = terraform_view(an_api(), Report())

    assert view.body_file == "openapi.json"
    assert "${" not in view.body


def test_a_stage_variable_in_a_plain_document_is_not_escaped() -> None:
    view = terraform_view(an_api(uri=INVOKE.format("f:${stageVariables.alias}")), Report())

    assert "functions/f:${stageVariables.alias}/invocations" in view.body


def test_every_expression_is_a_variable_without_a_default() -> None:
    view = terraform_view(an_api(uri=INVOKE.format("${reader_arn}")), Report())

    (variable,) = [variable for variable in view.variables if variable.name == "reader_arn"]
    assert (variable.type, variable.default) == ("string", None)


def test_an_expression_that_is_called_like_a_variable_of_the_module_gets_another_name() -> None:
    view = terraform_view(an_api(uri=INVOKE.format("${tags}")), Report())

    assert "tags_2" in [variable.name for variable in view.variables]


def test_a_name_with_an_expression_has_to_be_given() -> None:
    api = replace(an_api(), title="${AWS::StackName}")

    (name,) = [variable for variable in terraform_view(api, Report()).variables if variable.name == "name"]
    assert name.default is None
