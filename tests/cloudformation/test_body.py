from __future__ import annotations

import json

from msgspec.structs import replace

from specforge.diagnostics import Report
from tests.cloudformation.templates import files_of, properties_of
from tests.infrastructure.apis import INVOKE, TABLE, a_service_api, an_api


def test_a_body_in_a_file_is_what_the_template_would_hold() -> None:
    inline = properties_of(an_api(), "Api", target="cloudformation")["Body"]

    files = files_of(an_api(), target="cloudformation", body="file")
    (path,) = [path for path in files if path.endswith(".json")]

    assert json.loads(files[path].data) == inline
    assert path.rpartition("/")[2] in str(files["cloudformation/template.yaml"].content)


def test_a_file_is_called_after_its_content() -> None:
    paths = {
        path
        for api in (an_api(), replace(an_api(), version="2"))
        for path in files_of(api, target="cloudformation", body="file")
        if path.endswith(".json")
    }

    assert len(paths) == 2


def test_expressions_cannot_stand_in_a_file() -> None:
    report = Report()
    files_of(an_api(uri=INVOKE.format("${reader}")), report, target="cloudformation", body="file")

    found = [(one.rule, "reader" in one.message) for one in report.take() if one.rule == "expression-in-body-file"]
    assert found == [("expression-in-body-file", True)]


def test_what_aws_fills_in_at_the_import_may_stand_in_a_file() -> None:
    report = Report()
    arn = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:f"
    files_of(an_api(uri=INVOKE.format(arn)), report, target="cloudformation", body="file")

    assert [one for one in report.take() if one.rule == "expression-in-body-file"] == []


def test_a_made_role_stands_in_the_body() -> None:
    body = properties_of(a_service_api(TABLE), "Api")["DefinitionBody"]

    integration = body["paths"]["/table"]["get"]["x-amazon-apigateway-integration"]
    assert integration["credentials"] == {"Fn::GetAtt": ["TableRole", "Arn"]}


def test_a_role_that_is_given_stays_in_the_body() -> None:
    body = properties_of(a_service_api(TABLE, "roles: given"), "Api")["DefinitionBody"]

    integration = body["paths"]["/table"]["get"]["x-amazon-apigateway-integration"]
    assert integration["credentials"] == "arn:aws:iam::123456789012:role/table"


def test_a_made_function_with_a_name_is_called_by_it_from_a_file() -> None:
    report = Report()
    files = files_of(an_api("functions: {getOrder: {handler: a.b}}"), report, target="cloudformation", body="file")

    (text,) = [file.data.decode() for path, file in files.items() if path.endswith(".json")]
    assert "function:${AWS::AccountId}" not in text
    assert ":lambda:${AWS::Region}:${AWS::AccountId}:function:get-order/invocations" in text
    assert [one for one in report.take() if one.rule == "expression-in-body-file"] == []
