"""The stages of a REST API: those that SAM does not make, and the settings of all."""

from __future__ import annotations

from specforge.cloudformation.logs import access_log, execution_log, stage_waits_for
from specforge.cloudformation.template import API, Template, present
from specforge.diagnostics import Report
from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.ir import Data

# The values that API Gateway takes where none is given, which CloudFormation's template cannot change:
# https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
_INVALIDATION = (True, "succeed-with-header")


def rest_endpoint(template: Template) -> dict[str, Data]:
    """Returns the VPC endpoints and the address type of a REST API, which SAM spells by other names."""
    plan = template.plan
    endpoints: list[Data] = [template.speller.spell(text) for text in plan.vpc_endpoints]
    return present({"endpoints": endpoints or None, "ip": plan.ip_address_type})


def add_rest_stages(template: Template, report: Report) -> None:
    """Adds the stages that SAM does not make; reports settings that CloudFormation has no property for."""
    for stage in template.plan.stages:
        _report_inexpressible(stage, template, report)
        if stage is not template.first_stage:
            _add_stage(stage, template)
        if stage.waf is not None:
            _add_web_acl(stage, template)


def rest_stage_settings(stage: PlannedStage, template: Template) -> dict[str, Data]:
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


def stage_skips(stage: PlannedStage) -> dict[str, str]:
    """Returns the checks of checkov that a stage does not pass, with the reasons."""
    found: dict[str, str] = {}
    if stage.cache_size_gb is None:
        found["CKV_AWS_120"] = "Answers of this stage are not cached."
    if not stage.tracing:
        found["CKV_AWS_73"] = "Requests to this stage are not traced; tracing turns it on."
    if stage.access_log is None:
        found["CKV_AWS_76"] = "The access log of this stage is turned off."
    return found


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
        "DataTraceEnabled": setting.data_trace,
    }
    return present(values)


def _canary(stage: PlannedStage, template: Template) -> Data:
    if stage.canary is None:
        return None
    found: dict[str, Data] = {"DeploymentId": {"Ref": template.deployment}, "PercentTraffic": stage.canary.percent}
    overrides = template.texts(stage.canary.variables)
    return present({**found, "StageVariableOverrides": overrides, "UseStageCache": stage.canary.use_stage_cache})


def pin_parameter(stage: PlannedStage, template: Template) -> str:
    """Returns the name of the parameter for the earlier deployment that a stage shows."""
    return template.stages[stage.name] + "DeploymentId"


def _deployment_id(stage: PlannedStage, template: Template) -> Data:
    """Returns the deployment of the template, or an earlier one that a parameter names.

    SAM removes the earlier deployments, so there none can be named.
    """
    own: Data = {"Ref": template.deployment}
    if template.sam:
        return own
    parameter, condition = pin_parameter(stage, template), template.stages[stage.name] + "IsPinned"
    template.speller.conditions[condition] = {"Fn::Not": [{"Fn::Equals": [{"Ref": parameter}, ""]}]}
    return {"Fn::If": [condition, {"Ref": parameter}, own]}


def _add_stage(stage: PlannedStage, template: Template) -> None:
    certificate = None
    if stage.client_certificate:
        certificate = template.stages[stage.name].removesuffix("Stage") + "ClientCertificate"
        template.add(certificate, "AWS::ApiGateway::ClientCertificate", {"Description": stage.name})
    properties: dict[str, Data] = {
        "RestApiId": {"Ref": API},
        "DeploymentId": _deployment_id(stage, template),
        "StageName": template.stage_name(stage),
        "ClientCertificateId": {"Ref": certificate} if certificate is not None else None,
        **rest_stage_settings(stage, template),
    }
    template.add(
        template.stages[stage.name],
        "AWS::ApiGateway::Stage",
        properties,
        depends_on=(
            *stage_waits_for(template),
            *([execution_log(stage, template)] if stage.writes_execution_log else []),
        ),
        skipped=stage_skips(stage),
    )


def _add_web_acl(stage: PlannedStage, template: Template) -> None:
    path = f"apigateway:${{AWS::Region}}::/restapis/${{{API}}}/stages/{template.stage_in_sub(stage.name)}"
    properties: dict[str, Data] = {
        "ResourceArn": {"Fn::Sub": "arn:${AWS::Partition}:" + path},
        "WebACLArn": template.text(stage.waf),
    }
    template.add(template.stages[stage.name] + "WebAcl", "AWS::WAFv2::WebACLAssociation", properties)


def _report_inexpressible(stage: PlannedStage, template: Template, report: Report) -> None:
    lost: list[tuple[str, str]] = []
    rules = (
        (stage.settings[0].invalidation_requires_authorization, stage.settings[0].invalidation_unauthorized)
        if stage.settings
        else (None, None)
    )
    if any(given not in (None, default) for given, default in zip(rules, _INVALIDATION, strict=True)):
        lost.append(("cache", "what an invalidation of the cache needs and gets"))
    if stage.client_certificate and stage is template.first_stage:
        lost.append(("client-certificate", "the client certificate of a stage that SAM makes"))
    for key, what in lost:
        message = f"stage {stage.name}: CloudFormation has no property for {what}; set it after the deployment"
        report.add("deployment-setting-not-in-cloudformation", stage.origin.at(key), message, on_key=True)
