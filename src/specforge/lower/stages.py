"""The stages of `deploy:`, with cache, limits, logs and canary."""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import AccessLog, Cache, Canary, MethodCache, Stage, Text, Throttle


def lower_stages(deploy: Cursor) -> tuple[Stage, ...]:
    """Returns the stages in the order of the configuration; one without settings may be null."""
    found = deploy.mapping("stages")
    return tuple(_stage(name, stage) for name, stage in found.items()) if found is not None else ()


def lower_throttle(holder: Cursor) -> Throttle | None:
    """Returns the limits on requests under `throttle`."""
    found = holder.mapping("throttle")
    return None if found is None else _throttle(found)


def find_integer(cursor: Cursor, key: str) -> int | None:
    """Returns the whole number under a key."""
    found = cursor.integer(key)
    return found if isinstance(found, int) else None


def find_number(cursor: Cursor, key: str) -> float | None:
    """Returns the number under a key."""
    value = cursor.value.get(key) if isinstance(cursor.value, dict) else None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def strings_in(cursor: Cursor, key: str) -> tuple[str, ...]:
    """Returns the strings of the list under a key."""
    found = cursor.sequence(key)
    return tuple(element for element in found.value if isinstance(element, str)) if found is not None else ()


def texts_by_name(cursor: Cursor, key: str) -> dict[str, Text]:
    """Returns the texts of the mapping under a key by name."""
    found = cursor.mapping(key)
    entries = ((name, entry.own_text()) for name, entry in found.items()) if found is not None else ()
    return {name: text for name, text in entries if text is not None}


def _stage(name: str, stage: Cursor) -> Stage:
    logs, canary = stage.mapping("logs"), stage.mapping("canary")
    access = logs.mapping("access") if logs is not None else None
    cache = stage.mapping("cache")
    return Stage(
        name=name,
        variables=texts_by_name(stage, "variables"),
        cache=_cache(cache) if cache is not None else None,
        throttle=lower_throttle(stage),
        access_log=_access_log(access) if access is not None else None,
        execution_log=logs.string("execution") if logs is not None else None,
        data_trace=logs is not None and logs.flag("trace") is True,
        log_retention_days=find_integer(logs, "retention") if logs is not None else None,
        log_key=logs.text("key") if logs is not None else None,
        metrics=stage.flag("metrics") is True,
        tracing=stage.flag("tracing") is True,
        canary=_canary(canary) if canary is not None else None,
        waf=stage.text("waf"),
        client_certificate=stage.flag("client-certificate") is True,
        origin=stage,
    )


def _throttle(throttle: Cursor) -> Throttle:
    methods = throttle.mapping("methods")
    return Throttle(
        rate=find_number(throttle, "rate"),
        burst=find_integer(throttle, "burst"),
        methods=tuple((name, _throttle(method)) for name, method in methods.items()) if methods is not None else (),
        origin=throttle,
    )


def _cache(cache: Cursor) -> Cache:
    methods, invalidation = cache.mapping("methods"), cache.mapping("invalidation")
    return Cache(
        size_gb=find_number(cache, "size"),
        ttl_s=find_integer(cache, "ttl"),
        encrypted=_flag(cache, "encrypted"),
        methods=tuple(_method_cache(name, method) for name, method in methods.items()) if methods is not None else (),
        invalidation_requires_authorization=_flag(invalidation, "require-authorization"),
        invalidation_unauthorized=invalidation.string("unauthorized") if invalidation is not None else None,
        origin=cache,
    )


def _method_cache(name: str, method: Cursor) -> MethodCache:
    return MethodCache(
        method=name,
        ttl_s=find_integer(method, "ttl"),
        encrypted=_flag(method, "encrypted"),
        enabled=method.flag("enabled") is not False,
        origin=method,
    )


def _flag(cursor: Cursor | None, key: str) -> bool | None:
    found = cursor.flag(key) if cursor is not None else None
    return found if isinstance(found, bool) else None


def _access_log(log: Cursor) -> AccessLog:
    return AccessLog(
        to=log.string("to") or "cloudwatch",
        format=log.string("format") or "json",
        name=log.string("name"),
        origin=log,
    )


def _canary(canary: Cursor) -> Canary:
    return Canary(
        percent=find_number(canary, "percent") or 0,
        variables=texts_by_name(canary, "variables"),
        use_stage_cache=canary.flag("use-stage-cache") is True,
        origin=canary,
    )
