"""CloudFormation stacks in moto with the types that moto leaves out, in-process.

moto knows `AWS::ApiGateway::RestApi` without its Body, and passes over stages, usage plans, domains, HTTP APIs, web
ACLs and alarms. Here each of them becomes the call of boto3 that creates it; `APPLIED` says what was called and which
properties the call does not take.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import boto3

from tests.deploy import moto_plus


class Made(NamedTuple):
    """The call by which a type is created, and where its answer names the resource."""

    service: str
    call: str
    name: str = ""


MADE = {
    "AWS::ApiGateway::Stage": Made("apigateway", "create_stage", "stageName"),
    "AWS::ApiGateway::UsagePlan": Made("apigateway", "create_usage_plan", "id"),
    "AWS::ApiGateway::ApiKey": Made("apigateway", "create_api_key", "id"),
    "AWS::ApiGateway::UsagePlanKey": Made("apigateway", "create_usage_plan_key", "id"),
    "AWS::ApiGateway::DomainName": Made("apigateway", "create_domain_name", "domainName"),
    "AWS::ApiGateway::BasePathMapping": Made("apigateway", "create_base_path_mapping", "basePath"),
    "AWS::ApiGateway::VpcLink": Made("apigateway", "create_vpc_link", "id"),
    "AWS::ApiGateway::ClientCertificate": Made("apigateway", "generate_client_certificate", "clientCertificateId"),
    "AWS::ApiGatewayV2::Api": Made("apigatewayv2", "create_api", "ApiId"),
    "AWS::ApiGatewayV2::Stage": Made("apigatewayv2", "create_stage", "StageName"),
    "AWS::ApiGatewayV2::Deployment": Made("apigatewayv2", "create_deployment", "DeploymentId"),
    "AWS::ApiGatewayV2::DomainName": Made("apigatewayv2", "create_domain_name", "DomainName"),
    "AWS::ApiGatewayV2::ApiMapping": Made("apigatewayv2", "create_api_mapping", "ApiMappingId"),
    "AWS::ApiGatewayV2::VpcLink": Made("apigatewayv2", "create_vpc_link", "VpcLinkId"),
    "AWS::WAFv2::WebACLAssociation": Made("wafv2", "associate_web_acl"),
    "AWS::CloudWatch::Alarm": Made("cloudwatch", "put_metric_alarm"),
}
RENAMED = {"AWS::ApiGateway::UsagePlan": {"UsagePlanName": "name"}}
# CloudFormation sets by a patch what the call that creates a stage does not take.
SETTINGS = {
    "LoggingLevel": "logging/loglevel",
    "MetricsEnabled": "metrics/enabled",
    "DataTraceEnabled": "logging/dataTrace",
    "ThrottlingRateLimit": "throttling/rateLimit",
    "ThrottlingBurstLimit": "throttling/burstLimit",
    "CachingEnabled": "caching/enabled",
    "CacheTtlInSeconds": "caching/ttlInSeconds",
    "CacheDataEncrypted": "caching/dataEncrypted",
}


class Applied(NamedTuple):
    """A resource as it was created."""

    logical_id: str
    type: str
    physical_id: str
    not_sent: tuple[str, ...]


APPLIED: list[Applied] = []
_MODELS: list[type] = []  # moto finds subclasses that are alive


def install() -> None:
    """Teaches moto the types, for the life of the process."""
    from moto.cloudformation import parsing

    moto_plus.install()
    if not _MODELS:
        _import_bodies()
        _MODELS.extend(_model(name, made) for name, made in MADE.items())
    for name in ("get_model_list", "get_model_map", "get_name_type_map"):
        getattr(getattr(parsing, name, None), "cache_clear", lambda: None)()


def _import_bodies() -> None:
    """Makes moto's own RestApi import its Body."""
    from moto.apigateway import models

    plain = models.RestAPI.create_from_cloudformation_json.__func__  # type: ignore[attr-defined]  # a classmethod

    def with_body(cls: type, name: str, given: dict[str, Any], account: str, region: str, **others: Any) -> Any:
        properties = given["Properties"]
        body = properties.get("Body")
        if isinstance(body, dict):
            properties.setdefault("Name", body.get("info", {}).get("title", name))
        api = plain(cls, name, given, account, region, **others)
        if isinstance(body, dict):
            backend = models.apigateway_backends[account][region]
            backend.put_rest_api(api.id, json.loads(json.dumps(body)), fail_on_warnings=False, mode="overwrite")
        return api

    models.RestAPI.create_from_cloudformation_json = classmethod(with_body)  # type: ignore[method-assign,assignment,arg-type]


def _model(kind: str, made: Made) -> type:
    from moto.core.common_models import CloudFormationModel

    class Model(CloudFormationModel):
        __module__ = "moto.stacks"  # moto reads the second part

        def __init__(self, physical_id: str, answer: dict[str, Any]) -> None:
            self._physical_id = physical_id
            self._answer = dict(_flat(answer))

        @property
        def physical_resource_id(self) -> str:
            return self._physical_id

        @staticmethod
        def cloudformation_name_type() -> str:
            return ""

        @staticmethod
        def cloudformation_type() -> str:
            return kind

        @classmethod
        def has_cfn_attr(cls, attr: str) -> bool:
            return True

        def get_cfn_attribute(self, attribute_name: str) -> Any:
            name = attribute_name.lower()
            return self._answer.get(name) or self._answer.get("arn" if name.endswith("arn") else name, f"moto-{name}")

        @classmethod
        def create_from_cloudformation_json(
            cls, resource_name: str, cloudformation_json: Any, account_id: str, region_name: str, **kwargs: Any
        ) -> Any:
            properties = cloudformation_json.get("Properties") or {}
            physical, answer = _created(kind, made, resource_name, properties, region_name)
            return cls(physical, answer)

        @classmethod
        def update_from_cloudformation_json(
            cls,
            original_resource: Any,
            new_resource_name: str,
            cloudformation_json: Any,
            account_id: str,
            region_name: str,
        ) -> Any:
            return original_resource

        @classmethod
        def delete_from_cloudformation_json(cls, *given: Any, **named: Any) -> None:
            return None

    Model.__name__ = "Stack" + kind.replace("::", "")
    return Model


def _flat(answer: Any) -> Iterator[tuple[str, Any]]:
    for key, value in answer.items():
        if isinstance(value, dict):
            yield from _flat(value)
        else:
            yield key.lower(), value


def _created(
    kind: str, made: Made, logical_id: str, properties: dict[str, Any], region: str
) -> tuple[str, dict[str, Any]]:
    given = {RENAMED.get(kind, {}).get(key, key): value for key, value in properties.items()}
    if kind == "AWS::CloudWatch::Alarm":
        given.setdefault("AlarmName", logical_id)
    if kind == "AWS::ApiGateway::UsagePlan":
        given.setdefault("name", logical_id)
    if kind == "AWS::ApiGatewayV2::Api" and "Body" in given:
        given |= {"Name": given["Body"]["info"]["title"], "ProtocolType": "HTTP"}
    client = boto3.client(made.service, region_name=region)
    shape = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[made.call]).input_shape
    left: list[str] = []
    arguments = _arguments(shape, given, left, kind)
    answer = getattr(client, made.call)(**arguments)
    answer.pop("ResponseMetadata", None)
    if kind == "AWS::ApiGatewayV2::Api" and "Body" in given:
        # moto imports no API, but a document into one
        client.reimport_api(ApiId=answer["ApiId"], Body=json.dumps(given["Body"]))
    if kind == "AWS::ApiGateway::Stage" and (patches := list(_stage_patches(properties))):
        where = {"restApiId": arguments["restApiId"], "stageName": arguments["stageName"]}
        client.update_stage(**where, patchOperations=patches)
    physical = answer.get(made.name) if made.name else None
    physical_id = physical if isinstance(physical, str) and physical else logical_id
    APPLIED.append(Applied(logical_id, kind, physical_id, tuple(left)))
    return physical_id, answer


def _arguments(shape: Any, given: Any, left: list[str], where: str) -> Any:
    """Returns properties in CloudFormation's spelling as the API's; notes in `left` what it does not take."""
    match shape.type_name, given:
        case "structure", dict():
            members = {name.lower(): (name, member) for name, member in shape.members.items()}
            left.extend(f"{where}.{key}" for key in given if key.lower() not in members)
            pairs = ((members[key.lower()], value, key) for key, value in given.items() if key.lower() in members)
            return {name: _arguments(member, value, left, f"{where}.{key}") for (name, member), value, key in pairs}
        case "list", list():
            return [_arguments(shape.member, each, left, where) for each in given]
        case "map", dict():
            return {key: _arguments(shape.value, each, left, where) for key, each in given.items()}
        case "map", list():  # tags
            return {each["Key"]: each["Value"] for each in given}
        case "boolean", str():
            return given.lower() == "true"
        case "integer" | "long", str():
            return int(given)
        case "double" | "float", str():
            return float(given)
        case "string", dict() | list():
            return json.dumps(given)
        case "string", _:
            return str(given)
        case _:
            return given


def _stage_patches(properties: dict[str, Any]) -> Iterator[dict[str, str]]:
    for setting in properties.get("MethodSettings") or []:
        path = setting.get("ResourcePath", "/*")
        place = f"/{'*' if path == '/*' else path.lstrip('/')}/{setting.get('HttpMethod', '*')}"
        for key, end in SETTINGS.items():
            if key in setting:
                value = setting[key]
                text = str(value).lower() if isinstance(value, bool) else str(value)
                yield {"op": "replace", "path": f"{place}/{end}", "value": text}
    for key, value in (properties.get("AccessLogSetting") or {}).items():
        yield {"op": "replace", "path": f"/accessLogSettings/{key[0].lower()}{key[1:]}", "value": value}
