from __future__ import annotations

import yaml
from msgspec.structs import replace

from tests.cloudformation.templates import files_of, of_type, properties_of, template_of
from tests.infrastructure.apis import an_api


def test_the_first_stage_belongs_to_the_api_and_the_others_stand_beside_it() -> None:
    api = an_api("stages: {dev: {}, prod: {}}")

    assert properties_of(api, "Api")["StageName"] == "dev"
    (stage,) = of_type(api, "AWS::ApiGateway::Stage")
    assert (stage["StageName"], stage["DeploymentId"]) == ("prod", {"Ref": "Api.Deployment"})


def test_the_code_of_a_function_is_the_users_folder() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, code: src/}}")

    assert properties_of(api, "GetOrderFunction")["CodeUri"] == "../../src/"


def test_a_body_in_a_file_is_the_definition_uri() -> None:
    files = files_of(an_api(), body="file")

    template = yaml.safe_load(files["sam/template.yaml"].data)
    assert template["Resources"]["Api"]["Properties"]["DefinitionUri"] == "openapi.json"
    assert "sam/openapi.json" in files


def test_the_stage_that_sam_makes_waits_for_the_role_of_the_account() -> None:
    assert template_of(an_api())["Resources"]["Api"]["DependsOn"] == ["AccountRoleReady"]


def test_code_that_can_be_read_lies_beside_the_template() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, code: src/}}")
    assert api.deployment is not None
    (function,) = api.deployment.functions
    function = replace(function, files={"a.py": b"def b(event, context): ...\n"})
    api = replace(api, deployment=replace(api.deployment, functions=(function,)))

    packed, named = (
        yaml.safe_load(files["sam/template.yaml"].data)["Resources"]["GetOrderFunction"]
        for files in (files_of(api), files_of(api, code_root="../../.."))
    )

    assert packed["Properties"]["CodeUri"] == "functions/GetOrderFunction.zip"
    assert named["Properties"]["CodeUri"] == "../../../src/"
