"""Alarms in Terraform, and the metrics that are counted out of the access log."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedAlarm
from specforge.targets.terraform.blocks import Block, Code, Value, joined, listed, mapped, resource
from specforge.targets.terraform.module import Module, labels, nested

_NAMESPACE = "AWS/ApiGateway"
# Our own: the metrics of API Gateway do not count the requests that were throttled.
_COUNTED = "ApiGateway/AccessLog"


def alarm_blocks(module: Module) -> Iterator[Block]:
    """Yields the alarms, each behind the filter that counts for it."""
    named = labels(alarm.name for alarm in module.plan.alarms)
    actions = listed(*map(module.speller.value, module.plan.alarm_actions)) if module.plan.alarm_actions else None
    for alarm in module.plan.alarms:
        if alarm.log_pattern is not None:
            yield _filter(alarm, named[alarm.name], module)
        yield _alarm(alarm, named[alarm.name], actions, module)


def _name(alarm: PlannedAlarm) -> Value:
    return joined(Code("var.name"), f" {alarm.name}")


def _filter(alarm: PlannedAlarm, label: str, module: Module) -> Block:
    stage = module.stages[alarm.stage]
    transformation = nested(
        "metric_transformation",
        {"namespace": _COUNTED, "name": _counted(alarm, module), "value": "1", "default_value": "0"},
    )
    attributes: dict[str, Value | str | None] = {
        "name": _name(alarm),
        "log_group_name": Code(f"aws_cloudwatch_log_group.{stage}.name"),
        "pattern": alarm.log_pattern,
    }
    return resource("aws_cloudwatch_log_metric_filter", label, attributes, transformation)


def _counted(alarm: PlannedAlarm, module: Module) -> Value:
    return joined(alarm.metric, "-", module.api_id, "-", module.stage_name(alarm.stage))


def _alarm(alarm: PlannedAlarm, label: str, actions: Value | None, module: Module) -> Block:
    is_counted = alarm.log_pattern is not None
    is_percentile = alarm.statistic.startswith("p")
    attributes: dict[str, Value | str | float | None] = {
        "alarm_name": _name(alarm),
        "alarm_description": alarm.about,
        "namespace": _COUNTED if is_counted else _NAMESPACE,
        "metric_name": _counted(alarm, module) if is_counted else alarm.metric,
        "extended_statistic" if is_percentile else "statistic": alarm.statistic,
        "comparison_operator": "GreaterThanOrEqualToThreshold",
        "threshold": alarm.threshold,
        "period": alarm.period_s,
        "evaluation_periods": alarm.periods,
        "treat_missing_data": "notBreaching",
        "alarm_actions": actions,
        "ok_actions": actions,
        "tags": Code("var.tags"),
        "dimensions": None if is_counted else _dimensions(alarm, module),
    }
    return resource("aws_cloudwatch_metric_alarm", label, attributes)


def _dimensions(alarm: PlannedAlarm, module: Module) -> Value:
    """Returns the dimensions of a stage's metrics: a REST API goes by its name, an HTTP API by its id."""
    stage = module.stage(alarm.stage, "stage_name" if module.plan.is_rest else "name")
    if module.plan.is_rest:
        return mapped({"ApiName": Code(f"{module.api}.name"), "Stage": stage})
    return mapped({"ApiId": module.api_id, "Stage": stage})
