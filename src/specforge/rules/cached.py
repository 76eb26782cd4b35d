"""Which methods the stages of specforge.yaml cache."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.ir import Api, FullIntegration, Invalid, Operation, ShortForm, Stage


def cached_methods(api: Api) -> Iterator[tuple[Operation, FullIntegration, str]]:
    """Yields each method that a stage caches, with its integration and the name of the first such stage.

    A stage with a cache caches every GET method unless it says otherwise for one.
    """
    stages = api.deployment.stages if api.deployment is not None else ()
    for operation in api.operations:
        integration = operation.integration
        if integration is None or isinstance(integration, Invalid | ShortForm):
            continue
        caching = next((stage for stage in stages if _caches(stage, operation)), None)
        if caching is not None:
            yield operation, integration, caching.name


def _caches(stage: Stage, operation: Operation) -> bool:
    if stage.cache is None:
        return False
    own = next((method for method in stage.cache.methods if method.method == str(operation)), None)
    if own is None:
        return operation.method == "GET" and stage.cache.ttl_s != 0
    ttl = own.ttl_s if own.ttl_s is not None else stage.cache.ttl_s
    return own.enabled and ttl != 0
