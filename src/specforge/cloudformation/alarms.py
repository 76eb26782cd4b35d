"""Alarms in CloudFormation, and the filters of access logs that count for them."""

from __future__ import annotations

from specforge.cloudformation.logs import access_log_group
from specforge.cloudformation.template import API, Template, logical_ids
from specforge.infrastructure import PlannedAlarm
from specforge.ir import Data

_OWN: Data = {"Fn::Sub": "specforge/${AWS::StackName}"}


def add_alarms(template: Template) -> None:
    """Adds the alarms."""
    named = logical_ids((alarm.name for alarm in template.plan.alarms), "Alarm")
    for alarm in template.plan.alarms:
        logical_id = named[alarm.name]
        if alarm.log_pattern is not None:
            template.add(
                logical_id.removesuffix("Alarm") + "Count", "AWS::Logs::MetricFilter", _filter(alarm, template)
            )
        template.add(logical_id, "AWS::CloudWatch::Alarm", _alarm(alarm, template))


def _alarm(alarm: PlannedAlarm, template: Template) -> dict[str, Data]:
    actions: list[Data] = [template.speller.spell(action) for action in template.plan.alarm_actions]
    is_sum = alarm.statistic == "Sum"
    return {
        "AlarmDescription": alarm.about,
        "Namespace": "AWS/ApiGateway" if alarm.log_pattern is None else _OWN,
        "MetricName": alarm.metric if alarm.log_pattern is None else _own_metric(alarm),
        "Dimensions": _dimensions(alarm, template) if alarm.log_pattern is None else None,
        "Statistic": alarm.statistic if is_sum else None,
        "ExtendedStatistic": None if is_sum else alarm.statistic,
        "Period": alarm.period_s,
        "EvaluationPeriods": alarm.periods,
        "Threshold": alarm.threshold,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
        "AlarmActions": actions or None,
    }


def _dimensions(alarm: PlannedAlarm, template: Template) -> Data:
    stage: Data = {"Name": "Stage", "Value": template.stage_ref(alarm.stage)}
    if template.plan.is_rest:
        return [{"Name": "ApiName", "Value": template.speller.tree(template.plan.name)}, stage]
    return [{"Name": "ApiId", "Value": {"Ref": API}}, stage]


def _own_metric(alarm: PlannedAlarm) -> str:
    return f"{alarm.metric} {alarm.stage}"


def _filter(alarm: PlannedAlarm, template: Template) -> dict[str, Data]:
    stage = next(stage for stage in template.plan.stages if stage.name == alarm.stage)
    metric: Data = {"MetricName": _own_metric(alarm), "MetricNamespace": _OWN, "MetricValue": "1", "DefaultValue": 0}
    return {
        "LogGroupName": {"Ref": access_log_group(stage, template)},
        "FilterPattern": alarm.log_pattern,
        "MetricTransformations": [metric],
    }
