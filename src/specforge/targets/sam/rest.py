"""A REST API in SAM: the API with its first stage, and further stages as plain CloudFormation."""

from __future__ import annotations

from specforge.diagnostics import Report
from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.ir import Data
from specforge.targets.sam.logs import ACCOUNT_READY, access_log
from specforge.targets.sam.template import API, Template

DEPLOYMENT = "Api.Deployment"


def add_rest(template: Template, body: Data, report: Report) -> None:
    """Adds the API and its stages; reports settings that CloudFormation has no property for."""
    plan, first = template.plan, template.first_stage
    properties: dict[str, Data] = {
        "StageName": template.stage_name(first),
        "DefinitionBody": body,
        "EndpointConfiguration": _endpoint(template),
        "FailOnWarnings": True,
        "DisableExecuteApiEndpoint": plan.disable_default_endpoint,
        **_stage_settings(first, template),
    }
    template.add(API, "AWS::Serverless::Api", properties, depends_on=_after(template))
    for stage in plan.stages:
        _report_inexpressible(stage, template, report)
        if stage is not first:
            _add_stage(stage, template)
        if stage.waf is not None:
            _add_web_acl(stage, template)


def _endpoint(template: Template) -> Data:
    plan = template.plan
    endpoints: list[Data] = [template.speller.spell(text) for text in plan.vpc_endpoints]
    found: dict[str, Data] = {"Type": plan.endpoint_type}
    if endpoints:
        found["VPCEndpointIds"] = endpoints
    if plan.ip_address_type is not None:
        found["IpAddressType"] = plan.ip_address_type
    return found


def _after(template: Template) -> tuple[str, ...]:
    return (ACCOUNT_READY,) if template.plan.writes_logs else ()


def _stage_settings(stage: PlannedStage, template: Template) -> dict[str, Data]:
    """Returns the settings of a stage, which SAM's API and CloudFormation's stage call by the same names."""
    settings: list[Data] = [_method_setting(setting) for setting in stage.settings]
    return {
        "Variables": template.texts(stage.variables),
        "CacheClusterEnabled": True if stage.cache_size_gb is not None else None,
        "CacheClusterSize": f"{stage.cache_size_gb:g}" if stage.cache_size_gb is not None else None,
        "MethodSettings": settings or None,
        "AccessLogSetting": access_log(stage, template),
        "TracingEnabled": stage.tracing,
        "CanarySetting": _canary(stage, template),
    }


def _method_setting(setting: MethodSettings) -> dict[str, Data]:
    values: dict[str, Data] = {
        "ResourcePath": setting.method.resource_path if setting.method is not None else "/*",
        "HttpMethod": setting.method.method if setting.method is not None else "*",
        "ThrottlingRateLimit": setting.rate,
        "ThrottlingBurstLimit": setting.burst,
        "CachingEnabled": setting.caching,
        "CacheTtlInSeconds": setting.ttl_s,
        "CacheDataEncrypted": setting.encrypted,
        "LoggingLevel": setting.logging_level,
        "MetricsEnabled": setting.metrics,
    }
    return {name: value for name, value in values.items() if value is not None}


def _canary(stage: PlannedStage, template: Template) -> Data:
    if stage.canary is None:
        return None
    found: dict[str, Data] = {"DeploymentId": {"Ref": DEPLOYMENT}, "PercentTraffic": stage.canary.percent}
    overrides = template.texts(stage.canary.variables)
    return {**found, "StageVariableOverrides": overrides} if overrides is not None else found


def _add_stage(stage: PlannedStage, template: Template) -> None:
    certificate = None
    if stage.client_certificate:
        certificate = template.stages[stage.name].removesuffix("Stage") + "ClientCertificate"
        template.add(certificate, "AWS::ApiGateway::ClientCertificate", {"Description": stage.name})
    properties: dict[str, Data] = {
        "RestApiId": {"Ref": API},
        "DeploymentId": {"Ref": DEPLOYMENT},
        "StageName": template.stage_name(stage),
        "ClientCertificateId": {"Ref": certificate} if certificate is not None else None,
        **_stage_settings(stage, template),
    }
    template.add(template.stages[stage.name], "AWS::ApiGateway::Stage", properties, depends_on=_after(template))


def _add_web_acl(stage: PlannedStage, template: Template) -> None:
    path = f"apigateway:${{AWS::Region}}::/restapis/${{{API}}}/stages/{template.stage_in_sub(stage.name)}"
    properties: dict[str, Data] = {
        "ResourceArn": {"Fn::Sub": "arn:${AWS::Partition}:" + path},
        "WebACLArn": template.speller.spell(stage.waf) if stage.waf is not None else None,
    }
    template.add(template.stages[stage.name] + "WebAcl", "AWS::WAFv2::WebACLAssociation", properties)


def _report_inexpressible(stage: PlannedStage, template: Template, report: Report) -> None:
    lost = [
        ("cache", "who may invalidate the cache")
        for setting in stage.settings[:1]
        if setting.invalidation_requires_authorization is not None or setting.invalidation_unauthorized is not None
    ]
    if stage.client_certificate and stage is template.first_stage:
        lost.append(("client-certificate", "the client certificate"))
    for key, what in lost:
        message = f"stage {stage.name}: CloudFormation has no property for {what}; set it after the deployment"
        report.add("deployment-setting-not-in-cloudformation", stage.origin.at(key), message, on_key=True)
