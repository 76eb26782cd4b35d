"""The limits that a caller meets: rates, quotas, sizes, times, and how bodies are encoded.

Source: the developer guide, "Amazon API Gateway quotas", "Request throttling", "Usage plans", "Payload encodings".
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.ir import Api, Deployment, Kind, Stage, Throttle, UsagePlan
from specforge.targets.docs.prose import Prose, Words, code, literally

Limit = tuple[str, Words]


def limits_of(api: Api, prose: Prose) -> tuple[Limit, ...]:
    """Returns the limits of an API, each under its name; nothing for a plain document."""
    if api.kind is Kind.PLAIN:
        return ()
    return tuple((name, prose.own(words)) for name, words in _limits(api))


def _limits(api: Api) -> Iterator[tuple[str, str]]:
    yield "Size", "A request and its answer hold at most 10 MB each; all headers together at most 10,240 bytes."
    seconds, status = ("29 seconds", "504") if api.kind is Kind.REST else ("30 seconds", "503")
    yield "Time", f"An answer that takes longer than {seconds} becomes `{status}`, unless its operation says otherwise."
    if api.deployment is not None:
        yield from _rates(api.deployment)
        yield from _plans(api.deployment)
    yield (
        "Throttling",
        ("Requests above a rate are answered with `429`. Wait before you try again, a little longer each time."),
    )
    if api.binary_media_types:
        listed = ", ".join(code(text.literal) for text in api.binary_media_types if text.literal)
        yield (
            "Binary bodies",
            (
                f"Bodies of these types are bytes: {listed}. To receive bytes, name the type first in `Accept`; "
                "otherwise the body comes as Base64."
            ),
        )
    if isinstance(api.minimum_compression_size, int):
        size = f"{api.minimum_compression_size:,}"
        yield (
            "Compression",
            (f"Bodies of {size} bytes and more come compressed if `Accept-Encoding` names `gzip` or `deflate`."),
        )


def _rates(deployment: Deployment) -> Iterator[tuple[str, str]]:
    for stage in deployment.stages:
        words = _rate(stage.throttle)
        if words:
            yield f"Rate, {_stage(stage)}", f"{words} over all callers."


def _plans(deployment: Deployment) -> Iterator[tuple[str, str]]:
    for plan in deployment.usage_plans:
        parts = [part for part in (_rate(plan.throttle), _quota(plan)) if part]
        if parts:
            yield f"Plan {plan.name}", f"For each API key: {'; '.join(parts)}."


def _quota(plan: UsagePlan) -> str:
    quota = plan.quota
    return f"{quota.limit:,} requests per {literally(quota.per.lower())}, then `429`" if quota is not None else ""


def _rate(throttle: Throttle | None) -> str:
    if throttle is None or (throttle.rate is None and throttle.burst is None):
        return ""
    rate = f"{throttle.rate:,g} requests per second" if throttle.rate is not None else ""
    burst = f"up to {throttle.burst:,} at once" if throttle.burst is not None else ""
    return ", ".join(part for part in (rate, burst) if part)


def rates_of(method: str, deployment: Deployment | None) -> Iterator[str]:
    """Yields the rates that hold for one method, such as `GET /orders`, by stage and by plan."""
    if deployment is None:
        return
    for stage in deployment.stages:
        words = _rate(dict(stage.throttle.methods).get(method)) if stage.throttle is not None else ""
        if words:
            yield f"{words} ({_stage(stage)})"
    for plan in deployment.usage_plans:
        words = _rate(dict(plan.throttle.methods).get(method)) if plan.throttle is not None else ""
        if words:
            yield f"{words} (plan {literally(plan.name)})"


def cached_for(method: str, deployment: Deployment | None) -> Iterator[str]:
    """Yields how old an answer of one method may be, by stage. Without a setting of its own only GET is cached."""
    for stage in deployment.stages if deployment is not None else ():
        cache = stage.cache
        if cache is None:
            continue
        own = next((each for each in cache.methods if each.method == method), None)
        if own is None and not method.startswith("GET "):
            continue
        ttl = own.ttl_s if own is not None and own.ttl_s is not None else cache.ttl_s
        ttl = 300 if ttl is None else ttl  # API Gateway's default
        if ttl > 0 and (own is None or own.enabled):
            yield f"up to {ttl:,} seconds old ({_stage(stage)})"


def _stage(stage: Stage) -> str:
    return f"stage {literally(stage.name)}"
