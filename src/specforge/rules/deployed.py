"""What a deployment has that its settings can name."""

from __future__ import annotations

from specforge.ir import Api


def stage_names(api: Api) -> tuple[str, ...]:
    """Returns the names of the stages; of a configuration that names none, that of the one which is made."""
    stages = api.deployment.stages if api.deployment is not None else ()
    if stages:
        return tuple(stage.name for stage in stages)
    from specforge.infrastructure.stages import DEFAULT_NAMES  # lazy: for deployments only

    return tuple(name for kind, name in DEFAULT_NAMES.items() if kind is api.kind)
