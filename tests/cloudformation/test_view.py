from __future__ import annotations

from msgspec.structs import replace

from tests.cloudformation.templates import properties_of, template_of
from tests.infrastructure.apis import INVOKE, an_api


def test_a_parameter_for_an_expression_takes_no_name_of_ours() -> None:
    parameters = template_of(an_api(uri=INVOKE.format("${api}")))["Parameters"]

    assert "Api" not in parameters
    assert "Api2" in parameters


def test_the_policy_of_the_configuration_goes_into_the_document() -> None:
    api = an_api('policy: {Version: "2012-10-17", Statement: []}')

    body = properties_of(api, "Api")["DefinitionBody"]

    assert body["x-amazon-apigateway-policy"] == {"Version": "2012-10-17", "Statement": []}


def test_the_configured_name_is_the_title() -> None:
    assert properties_of(replace(an_api(), name="shop"), "Api")["DefinitionBody"]["info"]["title"] == "shop"


def test_a_title_with_an_expression_is_not_in_the_description() -> None:
    assert template_of(replace(an_api(), title="${AWS::StackName}"))["Description"] == "Deploys an API."


def test_the_stage_that_nobody_named_is_a_parameter() -> None:
    template = template_of(an_api())

    assert template["Parameters"]["StageName"]["Default"] == "prod"
    assert template["Resources"]["Api"]["Properties"]["StageName"] == {"Ref": "StageName"}
