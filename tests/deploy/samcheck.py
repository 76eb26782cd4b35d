"""What can be known of a template of SAM or CloudFormation without AWS.

cfn-lint does not look into the body of a SAM file, the translator does not look at values: so the template is
transformed, the result is linted as well, references are followed into the body, and values are held against the
enumerations of the services' own API models.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import boto3
import yaml
from cfnlint.api import ManualArgs, lint
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

REGION = "eu-west-1"
PSEUDO = re.compile(r"AWS::[A-Za-z]+")
CALLS = {
    "AWS::ApiGateway::RestApi": ("apigateway", "CreateRestApi"),
    "AWS::ApiGateway::Stage": ("apigateway", "CreateStage"),
    "AWS::ApiGateway::UsagePlan": ("apigateway", "CreateUsagePlan"),
    "AWS::ApiGateway::DomainName": ("apigateway", "CreateDomainName"),
    "AWS::ApiGatewayV2::Stage": ("apigatewayv2", "CreateStage"),
    "AWS::ApiGatewayV2::DomainName": ("apigatewayv2", "CreateDomainName"),
    "AWS::Lambda::Function": ("lambda", "CreateFunction"),
}
Template = dict[str, Any]


def faults(text: str) -> list[str]:
    """Returns everything that is wrong with a template; one of SAM is looked at as SAM transforms it, too."""
    return faults_of(yaml.safe_load(text), text)


def faults_of(template: Template, text: str | None = None) -> list[str]:
    """Returns the same of a template as data; `text` is how it is written."""
    is_sam = "Transform" in template
    transformed = transformed_of(template) if is_sam else template
    return [
        *linted(text or json.dumps(template)),
        *(linted(json.dumps(transformed)) if is_sam else ()),
        *dangling(transformed),
        *wrong_values(transformed),
    ]


def transform(text: str) -> Template:
    """Returns the plain CloudFormation that SAM makes of a template; local code counts as uploaded."""
    return transformed_of(yaml.safe_load(text))


def transformed_of(given_template: Template) -> Template:
    """Returns the same of a template as data."""
    template: Template = copy.deepcopy(given_template)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://code/code.zip"
        if "DefinitionUri" in resource.get("Properties", {}):
            resource["Properties"]["DefinitionUri"] = "s3://bucket/openapi.json"
    given = {name: str(each.get("Default", "given")) for name, each in template.get("Parameters", {}).items()}
    translator = Translator({}, Parser(), boto_session=boto3.session.Session(region_name=REGION))
    transformed: Template = translator.translate(sam_template=template, parameter_values=given)
    return transformed


def linted(text: str) -> list[str]:
    """Returns what cfn-lint says."""
    return [f"{match.rule.id} {match.message}" for match in lint(text, config=ManualArgs(regions=[REGION]))]


def dangling(template: Template) -> Iterator[str]:
    """Yields every reference to what is not in the template."""
    known = {*template["Resources"], *template.get("Parameters", {})}
    for name in references(template):
        if name.partition(".")[0] not in known and not PSEUDO.fullmatch(name):
            yield f"reference to {name}"


def references(value: Any) -> Iterator[str]:
    """Yields the names that Ref, Fn::GetAtt and Fn::Sub refer to."""
    match value:
        case {"Ref": str(name), **rest} if not rest:
            yield name
        case {"Fn::GetAtt": [str(name), *_]}:
            yield name
        case {"Fn::Sub": str(text)}:
            yield from re.findall(r"\$\{([^!}]+)\}", text)
        case {"Fn::Sub": [str(text), dict(own)]}:
            yield from (name for name in re.findall(r"\$\{([^!}]+)\}", text) if name not in own)
            yield from references(own)
        case dict():
            for each in value.values():
                yield from references(each)
        case list():
            for each in value:
                yield from references(each)


def wrong_values(template: Template) -> Iterator[str]:
    """Yields values that the API model of the service does not know."""
    for name, resource in template["Resources"].items():
        if resource["Type"] in CALLS:
            service, operation = CALLS[resource["Type"]]
            model = boto3.session.Session(region_name=REGION).client(service).meta.service_model
            yield from _wrong(model.operation_model(operation).input_shape, resource.get("Properties", {}), name)


def _wrong(shape: Any, value: Any, where: str) -> Iterator[str]:
    if isinstance(value, dict) and shape.type_name == "structure":
        members = {name.lower(): member for name, member in shape.members.items()}
        for key, each in value.items():
            if key.lower() in members:
                yield from _wrong(members[key.lower()], each, f"{where}.{key}")
    elif isinstance(value, list) and shape.type_name == "list":
        for each in value:
            yield from _wrong(shape.member, each, where)
    elif isinstance(value, str) and (allowed := shape.metadata.get("enum")) and value not in allowed:
        yield f"{where} is {value}; it must be one of {allowed}"
