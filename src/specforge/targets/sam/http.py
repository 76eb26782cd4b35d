"""An HTTP API in SAM: the API with its first stage, and further stages as plain CloudFormation."""

from __future__ import annotations

from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.ir import Data
from specforge.targets.sam.logs import access_log
from specforge.targets.sam.template import API, Template


def add_http(template: Template, body: Data) -> None:
    """Adds the API and its stages."""
    plan, first = template.plan, template.first_stage
    properties: dict[str, Data] = {
        "StageName": template.stage_name(first),
        "DefinitionBody": body,
        "FailOnWarnings": True,
        "DisableExecuteApiEndpoint": plan.disable_default_endpoint,
        **_stage_settings(first, template),
    }
    template.add(API, "AWS::Serverless::HttpApi", properties)
    for stage in plan.stages:
        if stage is not first:
            own: dict[str, Data] = {"ApiId": {"Ref": API}, "StageName": stage.name, "AutoDeploy": True}
            settings = {**own, **_stage_settings(stage, template)}
            template.add(template.stages[stage.name], "AWS::ApiGatewayV2::Stage", settings)


def _stage_settings(stage: PlannedStage, template: Template) -> dict[str, Data]:
    common = next((_limits(setting) for setting in stage.settings if setting.method is None), None)
    routes: dict[str, Data] = {
        setting.method.route_key: _limits(setting) for setting in stage.settings if setting.method is not None
    }
    return {
        "StageVariables": template.texts(stage.variables),
        "AccessLogSettings": access_log(stage, template),
        "DefaultRouteSettings": common,
        "RouteSettings": routes or None,
    }


def _limits(setting: MethodSettings) -> dict[str, Data]:
    values: dict[str, Data] = {
        "ThrottlingRateLimit": setting.rate,
        "ThrottlingBurstLimit": setting.burst,
        "DetailedMetricsEnabled": setting.metrics,
    }
    return {name: value for name, value in values.items() if value is not None}
