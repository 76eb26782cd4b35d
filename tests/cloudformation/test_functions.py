from __future__ import annotations

import pytest

from tests.cloudformation.templates import properties_of, template_of
from tests.infrastructure.apis import an_api

CREATED = "functions: {getOrder: {handler: a.b, runtime: python3.13, code: src/}}"


@pytest.mark.parametrize("target", ["sam", "cloudformation"])
def test_a_function_is_called_by_the_document(target: str) -> None:
    api = an_api(CREATED)

    body = properties_of(api, "Api", target=target)["DefinitionBody" if target == "sam" else "Body"]
    integration = body["paths"]["/orders/{id}"]["get"]["x-amazon-apigateway-integration"]

    assert integration["uri"]["Fn::Sub"].endswith("/functions/${GetOrderFunction.Arn}/invocations")
    assert properties_of(api, "GetOrderPermission", target=target)["FunctionName"] == {"Ref": "GetOrderFunction"}


@pytest.mark.parametrize("target", ["sam", "cloudformation"])
def test_the_role_of_a_function_allows_its_own_log_and_what_is_asked_for(target: str) -> None:
    allowed = "allow: [{actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-west-1:1:table/a']}]"
    api = an_api("functions: {getOrder: {handler: a.b, " + allowed + "}}")

    role = properties_of(api, "GetOrderFunctionRole", target=target)
    logs, own = role["Policies"][0]["PolicyDocument"]["Statement"]

    assert logs["Resource"] == [{"Fn::GetAtt": ["GetOrderFunctionLog", "Arn"]}]
    assert (own["Action"], own["Resource"]) == (["dynamodb:GetItem"], ["arn:aws:dynamodb:eu-west-1:1:table/a"])


def test_a_function_with_a_role_makes_none() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, role: 'arn:aws:iam::123456789012:role/r'}}")

    assert "GetOrderFunctionRole" not in template_of(api)["Resources"]
    assert properties_of(api, "GetOrderFunction")["Role"] == "arn:aws:iam::123456789012:role/r"


def test_a_traced_stage_has_traced_functions() -> None:
    api = an_api("stages: {prod: {tracing: true}}\nfunctions: {getOrder: {handler: a.b}}")

    statements = properties_of(api, "GetOrderFunctionRole")["Policies"][0]["PolicyDocument"]["Statement"]

    assert properties_of(api, "GetOrderFunction")["Tracing"] == "Active"
    assert statements[-1]["Action"] == ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
