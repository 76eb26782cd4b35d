from __future__ import annotations

import pytest

from specforge.ir import Deferred
from specforge.lower.integration_uri import find_function, find_target, names_function
from specforge.source import Data, text_of

ARN = "arn:aws:lambda:eu-west-1:123456789012:function:f"
INVOKE = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{}/invocations"
STREAM = "arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/{}/response-streaming-invocations"


@pytest.mark.parametrize(
    ("uri", "function"),
    [
        pytest.param(INVOKE.format(ARN), ARN, id="invoke"),
        pytest.param(STREAM.format(ARN + ":live"), ARN + ":live", id="streaming, with alias"),
        pytest.param(ARN, ARN, id="the function's own ARN"),
        pytest.param({"Fn::Sub": INVOKE.format("${F.Arn}")}, "${F.Arn}", id="Fn::Sub"),
        pytest.param(INVOKE.format("${stageVariables.f}"), "${stageVariables.f}", id="stage variable"),
        pytest.param(
            {"Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
             "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f:${Alias}/invocations"},
            "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f:${Alias}",
            id="expressions before and in it",
        ),
        pytest.param(INVOKE.format(""), None, id="no function"),
        pytest.param("${aws_lambda_function.f.invoke_arn}", None, id="opaque"),
        pytest.param("arn:aws:apigateway:eu-west-1:sqs:path/1/q", None, id="another service"),
        pytest.param("https://example.com", None, id="a URL"),
    ],
)  # fmt: skip
def test_the_function_is_found_as_far_as_the_uri_tells(uri: Data, function: str | None) -> None:
    found = find_function(text_of(uri))

    assert (None if found is None else str(found)) == function


def test_deferred_parts_of_the_function_stay_deferred() -> None:
    found = find_function(text_of({"Fn::Sub": INVOKE.format("x-${F}").replace("eu-west-1", "${AWS::Region}")}))

    assert found is not None
    assert found.parts == ("x-", Deferred("cloudformation", "F", "${F}"))


@pytest.mark.parametrize(
    ("uri", "service", "by_path", "api"),
    [
        ("arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem", "dynamodb", False, "GetItem"),
        ("arn:aws:apigateway:eu-west-1:sqs:path/123456789012/q", "sqs", True, "123456789012/q"),
        ("arn:aws:apigateway:eu-west-1:sub.appsync-api:path/graphql", "appsync-api", True, "graphql"),
        ("arn:aws:apigateway:${region}:s3:path/${bucket}/{key}", "s3", True, "${bucket}/{key}"),
        ("arn:aws:apigateway:eu-west-1:${service}:action/X", None, False, "X"),
    ],
)
def test_a_service_and_its_action_are_found(uri: str, service: str | None, by_path: bool, api: str) -> None:
    found = find_target(text_of(uri))

    assert found is not None
    assert (found.service, found.by_path, str(found.api)) == (service, by_path, api)


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("${aws_lambda_function.f.invoke_arn}", True),
        ("${anything}", False),
        (INVOKE.format(""), True),
        (ARN, True),
        ("arn:aws:apigateway:eu-west-1:sqs:path/1/q", False),
        (None, False),
    ],
)
def test_a_uri_may_lead_to_lambda_without_telling_the_function(uri: str | None, expected: bool) -> None:
    assert names_function(text_of(uri)) is expected
