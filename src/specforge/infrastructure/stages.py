"""Stages with their settings: the defaults of a stage, and the methods that differ from them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.infrastructure.access_log import access_log_format, status_pattern
from specforge.infrastructure.method_path import MethodPath, read_method_path
from specforge.infrastructure.model import AccessLogging, CanaryRelease, MethodSettings, PlannedStage
from specforge.ir import AccessLog, Api, Cache, Canary, Kind, Stage, Throttle

# What the name of a stream for access logs starts with: the developer guide, "Log API calls to Amazon Data Firehose".
FIREHOSE_PREFIX = "amazon-apigateway-"
DEFAULT_NAMES = {Kind.REST: "prod", Kind.HTTP: "$default"}
"""What the stage of a configuration that names none is called."""


def plan_stages(api: Api, report: Report) -> tuple[PlannedStage, ...]:
    """Returns the stages of the configuration; without any, one stage with access logs whose name is an input."""
    stages = api.deployment.stages if api.deployment is not None else ()
    if not stages:
        log = access_logging(None, api)
        name = DEFAULT_NAMES.get(api.kind, "prod")
        return (PlannedStage(name=name, is_default=True, access_log=log, origin=api.origin),)
    return tuple(_stage(stage, api, report) for stage in stages)


def _stage(stage: Stage, api: Api, report: Report) -> PlannedStage:
    _report_unsupported(stage, api, report)
    is_rest = api.kind is Kind.REST
    canary = stage.canary if is_rest else None
    return PlannedStage(
        name=stage.name,
        variables=stage.variables,
        cache_size_gb=_cache_size(stage.cache) if is_rest else None,
        settings=tuple(_settings(stage, api)),
        access_log=access_logging(stage.access_log, api),
        log_retention_days=stage.log_retention_days,
        log_key=stage.log_key,
        tracing=stage.tracing and is_rest,
        canary=_canary(canary) if canary is not None else None,
        waf=stage.waf if is_rest else None,
        client_certificate=stage.client_certificate and is_rest,
        origin=stage.origin,
    )


def _canary(canary: Canary) -> CanaryRelease:
    return CanaryRelease(percent=canary.percent, variables=canary.variables, use_stage_cache=canary.use_stage_cache)


def _cache_size(cache: Cache | None) -> float | None:
    """Returns the size in GB; 0.5 is the smallest that AWS has."""
    if cache is None:
        return None
    return cache.size_gb if cache.size_gb is not None else 0.5


def _settings(stage: Stage, api: Api) -> Iterator[MethodSettings]:
    common = _stage_settings(stage, is_rest=api.kind is Kind.REST)
    if common != MethodSettings():
        yield common
    for method in _named_methods(stage, api):
        yield _method_settings(common, method, stage)


def _stage_settings(stage: Stage, *, is_rest: bool) -> MethodSettings:
    throttle, cache = stage.throttle, stage.cache if is_rest else None
    return MethodSettings(
        rate=throttle.rate if throttle is not None else None,
        burst=throttle.burst if throttle is not None else None,
        caching=True if cache is not None else None,
        ttl_s=cache.ttl_s if cache is not None else None,
        encrypted=cache.encrypted is not False if cache is not None else None,
        invalidation_requires_authorization=cache.invalidation_requires_authorization if cache is not None else None,
        invalidation_unauthorized=cache.invalidation_unauthorized if cache is not None else None,
        logging_level=stage.execution_log.upper() if stage.execution_log and is_rest else None,
        metrics=stage.metrics,
        data_trace=stage.data_trace and is_rest,
    )


def _method_settings(common: MethodSettings, method: MethodPath, stage: Stage) -> MethodSettings:
    found = replace(common, method=method)
    for name, throttle in stage.throttle.methods if stage.throttle is not None else ():
        if read_method_path(name) == method:
            found = replace(
                found,
                rate=throttle.rate if throttle.rate is not None else found.rate,
                burst=throttle.burst if throttle.burst is not None else found.burst,
            )
    for cache in stage.cache.methods if stage.cache is not None and common.caching else ():
        if read_method_path(cache.method) == method:
            found = replace(
                found,
                caching=cache.enabled,
                ttl_s=cache.ttl_s if cache.ttl_s is not None else found.ttl_s,
                encrypted=cache.encrypted if cache.encrypted is not None else found.encrypted,
            )
    return found


def _named_methods(stage: Stage, api: Api) -> tuple[MethodPath, ...]:
    """Returns the methods of the API that the stage's settings name, each once."""
    named = [name for name, _ in stage.throttle.methods] if stage.throttle is not None else []
    if stage.cache is not None and api.kind is Kind.REST:
        named += [cache.method for cache in stage.cache.methods]
    found = (find_method(name, api) for name in named)
    return tuple(dict.fromkeys(method for method in found if method is not None))


def find_method(name: str, api: Api) -> MethodPath | None:
    """Returns the method of the API that a name such as `GET /orders` means."""
    method = read_method_path(name)
    if method is None:
        return None
    known = {(operation.method, operation.path) for operation in api.operations}
    return method if known & {(method.method, method.path), ("ANY", method.path)} else None


def plan_throttles(throttle: Throttle | None, api: Api) -> Iterator[tuple[MethodPath, Throttle]]:
    """Yields the limits that a throttle sets for single methods."""
    for name, limits in throttle.methods if throttle is not None else ():
        method = find_method(name, api)
        if method is not None:
            yield method, limits


def access_logging(log: AccessLog | None, api: Api) -> AccessLogging | None:
    """Returns the access log of a stage: to CloudWatch unless another place is asked for, or none."""
    if log is None:
        return AccessLogging(
            format=access_log_format("json", api.kind), status_pattern=status_pattern("json", api.kind)
        )
    if log.to == "none":
        return None
    to_firehose = log.to == "firehose" and api.kind is Kind.REST
    name = FIREHOSE_PREFIX + log.name.removeprefix(FIREHOSE_PREFIX) if to_firehose and log.name else log.name
    return AccessLogging(
        format=access_log_format(log.format, api.kind),
        to_firehose=to_firehose,
        name=name,
        status_pattern=None if to_firehose else status_pattern(log.format, api.kind),
    )


def _report_unsupported(stage: Stage, api: Api, report: Report) -> None:
    """Reports what a stage of an HTTP API cannot have: the developer guide, "Choose between REST and HTTP APIs"."""
    if api.kind is Kind.REST:
        return
    asked = {
        "cache": stage.cache is not None,
        "canary": stage.canary is not None,
        "waf": stage.waf is not None,
        "tracing": stage.tracing,
        "client-certificate": stage.client_certificate,
        "execution logs": stage.execution_log not in (None, "off"),
        "logs of whole requests": stage.data_trace,
        "logs to firehose": stage.access_log is not None and stage.access_log.to == "firehose",
    }
    for setting in (name for name, present in asked.items() if present):
        message = f"stage {stage.name} asks for {setting}; an HTTP API has none, so it is left out"
        report.add("deployment-setting-not-for-http-api", stage.origin.at(setting), message, on_key=True)
