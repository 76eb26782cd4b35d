"""The stages of an HTTP API: those that SAM does not make, and the settings of all."""

from __future__ import annotations

from specforge.cloudformation.logs import access_log
from specforge.cloudformation.template import API, Template, present
from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.ir import Data


def add_http_stages(template: Template) -> None:
    """Adds the stages that SAM does not make; they deploy by themselves."""
    for stage in template.plan.stages:
        if stage is not template.first_stage:
            own: dict[str, Data] = {"ApiId": {"Ref": API}, "StageName": template.stage_name(stage), "AutoDeploy": True}
            settings = {**own, **http_stage_settings(stage, template)}
            skipped = (
                {} if stage.access_log is not None else {"CKV_AWS_95": "The access log of this stage is turned off."}
            )
            template.add(template.stages[stage.name], "AWS::ApiGatewayV2::Stage", settings, skipped=skipped)


def http_stage_settings(stage: PlannedStage, template: Template) -> dict[str, Data]:
    """Returns the settings of a stage, which SAM's API and CloudFormation's stage call by the same names."""
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
    return present(values)
