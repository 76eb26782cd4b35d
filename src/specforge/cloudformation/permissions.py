"""Permissions by which API Gateway calls functions, in CloudFormation."""

from __future__ import annotations

from specforge.cloudformation.template import Template, logical_ids
from specforge.diagnostics import Report
from specforge.infrastructure import Permission
from specforge.ir import Data, Text

_EXECUTE = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"


def add_permissions(template: Template, report: Report) -> None:
    """Adds the permissions to call functions.

    The integration of an HTTP API may name a function by its ARN or by the ARN of its invocation; CloudFormation can
    take apart only what it knows the form of.
    """
    named = logical_ids((permission.name for permission in template.plan.permissions), "Permission")
    for permission in template.plan.permissions:
        if permission.uri is not None and not template.plan.is_rest:
            message = f"{permission.uri} is a function that only the deployment knows; it gets no permission here"
            report.add("lambda-permission-not-derivable", permission.origin, message)
            continue
        properties: dict[str, Data] = {
            "Action": "lambda:InvokeFunction",
            "FunctionName": _function_name(permission, template),
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": f"{_EXECUTE}${{{template.api}}}" + permission.source.replace("${", "${!")},
        }
        template.add(named[permission.name], "AWS::Lambda::Permission", properties)


def _function_name(permission: Permission, template: Template) -> Data:
    if permission.planned is not None:
        return {"Ref": template.functions[permission.planned]}
    if permission.uri is not None:
        behind: Data = {"Fn::Select": [1, {"Fn::Split": ["/functions/", template.speller.spell(permission.uri)]}]}
        return {"Fn::Select": [0, {"Fn::Split": ["/invocations", behind]}]}
    function = permission.function if permission.function is not None else Text(())
    return template.speller.spell(function + f":{permission.qualifier}" if permission.qualifier else function)
