"""What an integration with an AWS service has to be allowed: the action of its URI, on the resource of its template.

Sources: the service authorization reference (actions and the ARNs of resources); the developer guide, "Integration
subtype reference" and "x-amazon-apigateway-integration object" (the forms of `uri`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.infrastructure.model import PlannedStage
from specforge.infrastructure.named_values import Values, arn_of, different, named_in_parameters, named_in_templates
from specforge.ir import AwsService, Grant, Integration, Lambda, LambdaProxy, ServiceProxy, Text

_QUEUE_URL = re.compile(r"https://(?:sqs\.(?P<region>[a-z0-9-]+)\.)?[^/]+/(?P<account>\d+)/(?P<name>[^/]+)")
_WRITES = ("ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem")
_TRANSACTIONS = {
    "TransactGetItems": ("dynamodb:GetItem",),
    "TransactWriteItems": tuple(f"dynamodb:{word}" for word in _WRITES),
}
_S3 = {
    "GET": "s3:GetObject",
    "HEAD": "s3:GetObject",
    "PUT": "s3:PutObject",
    "POST": "s3:PutObject",
    "DELETE": "s3:DeleteObject",
}


class Wanted(NamedTuple):
    """What one integration needs; `grant` is None when the action or the resource cannot be read.

    `actions` are those that are known all the same, `what` says in words what the resource is.
    """

    actions: tuple[str, ...]
    grant: Grant | None
    what: str


class _Resource(NamedTuple):
    """Where an integration names its resource: the keys that hold it, and how an ARN is made of a name."""

    keys: tuple[str, ...]
    service: str
    before: str
    what: str
    default: str | None = None


_RESOURCES = {
    "dynamodb": _Resource(("TableName",), "dynamodb", "table/", "the table"),
    "kinesis": _Resource(("StreamName", "StreamARN"), "kinesis", "stream/", "the stream"),
    "firehose": _Resource(("DeliveryStreamName",), "firehose", "deliverystream/", "the delivery stream"),
    "events": _Resource(("EventBusName",), "events", "event-bus/", "the event bus", "default"),
    "states": _Resource(("stateMachineArn", "StateMachineArn"), "states", "stateMachine:", "the state machine"),
    "sns": _Resource(("TopicArn",), "sns", "", "the topic"),
    "sqs": _Resource(("QueueUrl",), "sqs", "", "the queue"),
}
_SUBTYPE_SERVICES = {
    "EventBridge": "events",
    "SQS": "sqs",
    "Kinesis": "kinesis",
    "StepFunctions": "states",
    "AppConfig": "appconfig",
}
_IAM_PREFIXES = {"monitoring": "cloudwatch", "email": "ses", "data.iot": "iot", "iotdata": "iot"}


def wanted_by(integration: Integration, stages: tuple[PlannedStage, ...]) -> Wanted | None:
    """Returns what an integration has to be allowed; None for one that calls no service on a role's behalf."""
    match integration:
        case AwsService():
            return _of_service(integration, stages)
        case ServiceProxy():
            return _of_subtype(integration, stages)
        case LambdaProxy(function=function) | Lambda(function=function) if integration.credentials is not None:
            action = ("lambda:InvokeFunction",)
            arns = () if function is None else (arn_of("lambda", Text(("function:",)) + function, whole=function),)
            return Wanted(action, _grant(action, arns) if arns else None, "the function")
        case _:
            return None


def _of_service(integration: AwsService, stages: tuple[PlannedStage, ...]) -> Wanted:
    service = (integration.service or "").rpartition(".")[2]
    if service == "s3" and integration.by_path:
        return _of_bucket(integration, stages)
    target = integration.action or Text(())
    values = named_in_templates(integration, stages)
    if integration.by_path:
        action = next(iter(values("Action")), None)
        name = action.literal if action is not None else None
        return _with_resource(service, name, values, _queue(target) if service == "sqs" else None)
    name = (target.literal or "").partition("&")[0] or None
    return _with_resource(service, name, values, None)


def _of_subtype(integration: ServiceProxy, stages: tuple[PlannedStage, ...]) -> Wanted:
    owner, _, name = (integration.subtype.literal or "").partition("-")
    service = _SUBTYPE_SERVICES.get(owner, "")
    return _with_resource(service, name or None, named_in_parameters(integration, stages), None)


def _queue(target: Text) -> Text:
    """Returns the ARN of the queue in `{account}/{queue}`."""
    account, name = target.split("/")[-2:] if len(target.split("/")) > 1 else (Text(()), target)
    return arn_of("sqs", name, account=account.literal or None)


def _with_resource(service: str, action: str | None, values: Values, known: Text | None) -> Wanted:
    """Returns the grant of an action; `known` is the ARN of the resource where the URI tells it."""
    actions = () if action is None else _TRANSACTIONS.get(action, (f"{_IAM_PREFIXES.get(service, service)}:{action}",))
    place = _RESOURCES.get(service)
    if place is None or not actions:
        return Wanted(actions, None, f"the resource of {service or 'the service'}")
    found = [value for key in place.keys for value in values(key)]
    if not found and place.default is not None:
        found = [Text((place.default,))]
    arns = [arn for value in found if (arn := _arn(service, place, value)) is not None]
    arns = list(values.spread(known)) if known is not None else arns
    if service == "dynamodb":
        indices = list(values("IndexName"))
        arns = [arn + "/index/" + index for arn in arns for index in indices] if indices else arns
    return Wanted(actions, _grant(actions, tuple(arns)) if arns else None, place.what)


def _arn(service: str, place: _Resource, value: Text) -> Text | None:
    if service == "sqs" and value.literal is not None:
        url = _QUEUE_URL.fullmatch(value.literal)
        return (
            None if url is None else arn_of("sqs", Text((url["name"],)), region=url["region"], account=url["account"])
        )
    if service == "sqs" and value.startswith("http") is not False:
        return None
    return arn_of(place.service, Text((place.before,)) + value if place.before else value, whole=value)


def _of_bucket(integration: AwsService, stages: tuple[PlannedStage, ...]) -> Wanted:
    """Returns what a request to S3 needs: the bucket is the path's first part, the object all behind it."""
    method = (integration.http_method.literal or "").upper() if integration.http_method is not None else ""
    parts = (integration.action or Text(())).split("/")
    bucket, key = parts[0], parts[1:]
    has_key = any(part.parts for part in key)
    action = _S3.get(method) if has_key else "s3:ListBucket" if method in ("GET", "HEAD") else None
    actions = (action,) if action is not None else ()
    name = bucket.literal
    if not actions or not bucket.parts or (name is not None and "{" in name):
        return Wanted(actions, None, "the bucket")
    start = Text(("arn:",)) + arn_of("s3", bucket, is_global=True)
    buckets = list(named_in_templates(integration, stages).spread(start))
    resources = tuple(one + "/" + _key(key) if has_key else one for one in buckets)
    return Wanted(actions, _grant(actions, resources) if resources else None, "the bucket")


def _key(parts: tuple[Text, ...]) -> Text:
    """Returns the part of an object's ARN behind the bucket: what a request fills in is `*`."""
    whole = Text(())
    for number, part in enumerate(parts):
        literal = part.literal
        known = re.sub(r"\{[^{}]*\}", "*", literal) if literal is not None else "*"
        whole = whole + ("/" if number else "") + known
    return whole


def _grant(actions: tuple[str, ...], resources: tuple[Text, ...]) -> Grant:
    return Grant(actions=actions, resources=different(resources))


def merged(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """Returns grants of the same resources as one, actions sorted, in the order in which the resources appear."""
    actions: dict[str, dict[str, None]] = {}
    resources: dict[str, tuple[Text, ...]] = {}
    for grant in grants:
        key = repr(grant.resources)
        resources[key] = grant.resources
        actions.setdefault(key, {}).update(dict.fromkeys(grant.actions))
    return tuple(Grant(actions=tuple(sorted(actions[key])), resources=resources[key]) for key in resources)
