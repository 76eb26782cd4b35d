"""The API in CloudFormation's words, its deployment, and functions whose packages lie in a bucket."""

from __future__ import annotations

from hashlib import sha256

from specforge.cloudformation import API, Template
from specforge.cloudformation.functions import function_properties, function_skips
from specforge.cloudformation.http import add_http_stages
from specforge.cloudformation.parameters import CODE_BUCKET, CODE_PREFIX, package_parameter
from specforge.cloudformation.rest import add_rest_stages, rest_endpoint
from specforge.diagnostics import Report
from specforge.infrastructure import PlannedFunction
from specforge.ir import Data


def add_api(template: Template, report: Report) -> None:
    """Adds the API, its deployment and its stages."""
    plan = template.plan
    properties: dict[str, Data] = {
        **_body(template),
        "EndpointConfiguration": _endpoint(template) if plan.is_rest else None,
        "FailOnWarnings": True,
        "DisableExecuteApiEndpoint": plan.disable_default_endpoint,
    }
    if not plan.is_rest:
        template.add(API, "AWS::ApiGatewayV2::Api", properties)
        add_http_stages(template)
        return
    template.add(API, "AWS::ApiGateway::RestApi", properties)
    # A deployment is a snapshot that never changes: another document gets another one, and the earlier ones are kept.
    template.deployment = f"Deployment{template.body.digest}"
    own: dict[str, Data] = {"RestApiId": {"Ref": API}}
    template.add(template.deployment, "AWS::ApiGateway::Deployment", own, retained=True)
    add_rest_stages(template, report)


def _body(template: Template) -> dict[str, Data]:
    body = template.body
    if body.file is None:
        return {"Body": body.content}
    key: Data = {"Fn::Sub": f"${{{CODE_PREFIX}}}{body.file}"}
    return {"BodyS3Location": {"Bucket": {"Ref": CODE_BUCKET}, "Key": key}}


def _endpoint(template: Template) -> Data:
    own = rest_endpoint(template)
    endpoint: dict[str, Data] = {"Types": [template.plan.endpoint_type]}
    if "endpoints" in own:
        endpoint["VpcEndpointIds"] = own["endpoints"]
    if "ip" in own:
        endpoint["IpAddressType"] = own["ip"]
    return endpoint


def add_function(template: Template, function: PlannedFunction) -> None:
    """Adds a function; its package is called after its content, so that another content is another package."""
    logical_id = template.functions[function.name]
    if function.package is not None:
        path = f"functions/{logical_id}-{sha256(function.package).hexdigest()[:16]}.zip"
        template.packages[path] = function.package
        key: Data = {"Fn::Sub": f"${{{CODE_PREFIX}}}{path}"}
    else:
        key = {"Fn::Sub": f"${{{CODE_PREFIX}}}${{{package_parameter(function, template)}}}"}
    properties: dict[str, Data] = {
        "Code": {"S3Bucket": {"Ref": CODE_BUCKET}, "S3Key": key},
        **function_properties(function, template),
        "TracingConfig": {"Mode": "Active"} if function.tracing else None,
    }
    template.add(logical_id, "AWS::Lambda::Function", properties, skipped=function_skips(function))
