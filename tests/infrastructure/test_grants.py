from __future__ import annotations

import pytest

from tests.infrastructure.apis import a_service_api, planned

ARN = "arn:${AWS::Partition}:%s:${AWS::Region}:${AWS::AccountId}:"
# uri and template → action and resource
CALLS = [
    ("dynamodb:action/GetItem", '{"TableName": "a"}', "dynamodb:GetItem", ARN % "dynamodb" + "table/a"),
    (
        "dynamodb:action/Query",
        '{"TableName":"a", "IndexName": "i"}',
        "dynamodb:Query",
        ARN % "dynamodb" + "table/a/index/i",
    ),
    (
        "sqs:path/123456789012/q",
        "Action=SendMessage&MessageBody=x",
        "sqs:SendMessage",
        "arn:${AWS::Partition}:sqs:${AWS::Region}:123456789012:q",
    ),
    (
        "sns:path//",
        "Action=Publish&TopicArn=arn:aws:sns:eu-west-1:1:t&Message=x",
        "sns:Publish",
        "arn:aws:sns:eu-west-1:1:t",
    ),
    (
        "states:action/StartExecution",
        '{"stateMachineArn": "arn:aws:states:x"}',
        "states:StartExecution",
        "arn:aws:states:x",
    ),
    ("kinesis:action/PutRecord", '{"StreamName": "s"}', "kinesis:PutRecord", ARN % "kinesis" + "stream/s"),
    ("events:action/PutEvents", '{"Entries": []}', "events:PutEvents", ARN % "events" + "event-bus/default"),
    (
        "firehose:action/PutRecord",
        '{"DeliveryStreamName": "d"}',
        "firehose:PutRecord",
        ARN % "firehose" + "deliverystream/d",
    ),
    ("s3:path/b/k/{id}.pdf", "{}", "s3:GetObject", "arn:${AWS::Partition}:s3:::b/k/*.pdf"),
    ("s3:path/b", "{}", "s3:ListBucket", "arn:${AWS::Partition}:s3:::b"),
]


def service(uri: str, template: str) -> str:
    method = "GET" if uri.startswith("s3") else "POST"
    return f"""\
type: aws
httpMethod: {method}
uri: arn:aws:apigateway:eu-west-1:{uri}
credentials: arn:aws:iam::123456789012:role/r
requestTemplates: {{application/json: {template!r}}}
"""


@pytest.mark.parametrize(("uri", "template", "action", "resource"), CALLS, ids=lambda value: str(value)[:24])
def test_a_role_may_do_what_the_integration_does(uri: str, template: str, action: str, resource: str) -> None:
    (role,) = planned(a_service_api(service(uri, template))).roles

    found = [(grant.actions, [str(one) for one in grant.resources]) for grant in role.grants]
    assert found == [((action,), [resource])]


def test_a_stage_variable_is_what_it_is_on_every_stage() -> None:
    deploy = """\
    roles: create
    stages: {dev: {variables: {t: a}}, prod: {variables: {t: b}, canary: {percent: 1, variables: {t: c}}}}
    """
    api = a_service_api(service("dynamodb:action/GetItem", '{"TableName": "x-$stageVariables.t"}'), deploy)

    (grant,) = planned(api).roles[0].grants

    assert [str(one).rpartition("/")[2] for one in grant.resources] == ["x-a", "x-b", "x-c"]


def test_a_transaction_may_do_what_is_in_it() -> None:
    (role,) = planned(a_service_api(service("dynamodb:action/TransactWriteItems", "{}"))).roles

    assert role.grants[0].actions == tuple(
        f"dynamodb:{word}" for word in ("ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem")
    )


def test_no_bucket_is_guessed_from_a_path() -> None:
    (role,) = planned(a_service_api(service("s3:path/{bucket}/{key}", "{}"))).roles

    assert [part.tool for part in role.grants[0].resources[0].deferred] == ["input"]


@pytest.mark.parametrize(
    ("subtype", "parameters", "action", "resource"),
    [
        (
            "SQS-SendMessage",
            "{QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q', MessageBody: $request.body}",
            "sqs:SendMessage",
            "arn:${AWS::Partition}:sqs:eu-west-1:123456789012:q",
        ),
        ("EventBridge-PutEvents", "{EventBusName: shop}", "events:PutEvents", ARN % "events" + "event-bus/shop"),
        (
            "StepFunctions-StartSyncExecution",
            "{StateMachineArn: 'arn:aws:states:x'}",
            "states:StartSyncExecution",
            "arn:aws:states:x",
        ),
        ("Kinesis-PutRecord", "{StreamName: s}", "kinesis:PutRecord", ARN % "kinesis" + "stream/s"),
    ],
)
def test_a_subtype_of_an_http_api_names_its_action(subtype: str, parameters: str, action: str, resource: str) -> None:
    integration = f"""\
type: aws_proxy
integrationSubtype: {subtype}
credentials: arn:aws:iam::123456789012:role/r
payloadFormatVersion: "1.0"
requestParameters: {parameters}
"""
    (role,) = planned(a_service_api(integration, kind="http")).roles

    assert [(grant.actions, [str(one) for one in grant.resources]) for grant in role.grants] == [
        ((action,), [resource])
    ]
