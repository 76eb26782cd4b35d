"""Alarms on the stages: server errors, latency, throttled requests.

Source: the developer guide, "Amazon API Gateway dimensions and metrics" and "Monitor HTTP API metrics with CloudWatch".
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.diagnostics import Report
from specforge.infrastructure.model import PlannedAlarm, PlannedStage
from specforge.ir import Alarm, Alarms, Api, Kind

_ABOUT = {
    "server-errors": "answers with 5xx",
    "latency": "milliseconds that 99 of 100 answers take at most",
    "throttles": "answers with 429",
}
_SERVER_ERRORS = {Kind.REST: "5XXError", Kind.HTTP: "5xx"}


def plan_alarms(api: Api, stages: tuple[PlannedStage, ...], report: Report) -> tuple[PlannedAlarm, ...]:
    """Returns the alarms, one for each metric and stage; reports what cannot be watched."""
    asked = api.deployment.alarms if api.deployment is not None else None
    return () if asked is None else tuple(_alarms(asked, api.kind, stages, report))


def _alarms(asked: Alarms, kind: Kind, stages: tuple[PlannedStage, ...], report: Report) -> Iterator[PlannedAlarm]:
    for stage in (stage for stage in stages if not asked.stages or stage.name in asked.stages):
        for alarm in asked.alarms:
            if alarm.metric == "throttles" and not _shows_status(stage):
                message = f"stage {stage.name} writes no access log to CloudWatch that shows a status (json or clf)"
                report.add("throttle-alarm-without-access-log", alarm.origin, message, on_key=True)
            else:
                yield _planned(alarm, kind, stage)


def _shows_status(stage: PlannedStage) -> bool:
    return stage.access_log is not None and stage.access_log.status_pattern is not None


def _planned(alarm: Alarm, kind: Kind, stage: PlannedStage) -> PlannedAlarm:
    metric, statistic, pattern = "Throttles", "Sum", None
    if alarm.metric == "server-errors":
        metric = _SERVER_ERRORS.get(kind, "5xx")
    elif alarm.metric == "latency":
        metric, statistic = "Latency", "p99"
    elif stage.access_log is not None and stage.access_log.status_pattern is not None:
        pattern = stage.access_log.status_pattern.replace("{status}", "429")
    return PlannedAlarm(
        name=f"{stage.name} {alarm.metric}",
        about=f"{_ABOUT[alarm.metric]} on stage {stage.name}",
        stage=stage.name,
        metric=metric,
        statistic=statistic,
        threshold=alarm.threshold,
        period_s=alarm.period_s if alarm.period_s is not None else 60,
        periods=alarm.periods if alarm.periods is not None else 1,
        log_pattern=pattern,
        origin=alarm.origin,
    )
