"""The API in SAM's words, with the stage that SAM makes, and functions that `sam build` builds."""

from __future__ import annotations

from specforge.cloudformation import API, Template
from specforge.cloudformation.functions import function_properties, function_skips
from specforge.cloudformation.http import add_http_stages, http_stage_settings
from specforge.cloudformation.logs import stage_waits_for
from specforge.cloudformation.rest import add_rest_stages, rest_endpoint, rest_stage_settings, stage_skips
from specforge.diagnostics import Report
from specforge.infrastructure import PlannedFunction
from specforge.ir import Data

ROOT = "../.."
"""From `build/sam`, where a template stands if nobody says otherwise, to the folder around `build`."""


def add_api(template: Template, report: Report) -> None:
    """Adds the API and its stages."""
    if template.plan.is_rest:
        _add_rest(template, report)
    else:
        _add_http(template)


def _definition(template: Template) -> dict[str, Data]:
    file = template.body.file
    return {"DefinitionBody": template.body.content} if file is None else {"DefinitionUri": file}


def _add_rest(template: Template, report: Report) -> None:
    plan, first = template.plan, template.first_stage or template.plan.stages[0]
    own = rest_endpoint(template)
    endpoint: dict[str, Data] = {"Type": plan.endpoint_type}
    if "endpoints" in own:
        endpoint["VPCEndpointIds"] = own["endpoints"]
    if "ip" in own:
        endpoint["IpAddressType"] = own["ip"]
    properties: dict[str, Data] = {
        "StageName": template.stage_name(first),
        **_definition(template),
        "EndpointConfiguration": endpoint,
        "FailOnWarnings": True,
        "DisableExecuteApiEndpoint": plan.disable_default_endpoint,
        **rest_stage_settings(first, template),
    }
    skipped = stage_skips(first)
    template.add(API, "AWS::Serverless::Api", properties, depends_on=stage_waits_for(template), skipped=skipped)
    add_rest_stages(template, report)


def _add_http(template: Template) -> None:
    first = template.first_stage or template.plan.stages[0]
    properties: dict[str, Data] = {
        "StageName": template.stage_name(first),
        **_definition(template),
        "FailOnWarnings": True,
        "DisableExecuteApiEndpoint": template.plan.disable_default_endpoint,
        **http_stage_settings(first, template),
    }
    template.add(API, "AWS::Serverless::HttpApi", properties)
    add_http_stages(template)


def add_function(template: Template, function: PlannedFunction, code_root: str | None) -> None:
    """Adds a function: its code is a package beside the template, or a folder where `code_root` leads there."""
    logical_id = template.functions[function.name]
    if function.package is not None and (function.is_needed or code_root is None):
        code = f"functions/{logical_id}.zip"
        template.packages[code] = function.package
    else:
        code = function.code if function.code.startswith("/") else f"{(code_root or ROOT).rstrip('/')}/{function.code}"
    properties: dict[str, Data] = {
        "CodeUri": code,
        **function_properties(function, template),
        "Tracing": "Active" if function.tracing else None,
    }
    skipped = function_skips(function)
    template.add(logical_id, "AWS::Serverless::Function", properties, skipped=skipped)
