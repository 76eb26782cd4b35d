"""What kind of endpoint an API has, as far as specforge.yaml tells."""

from __future__ import annotations

from specforge.ir import Api


def endpoint_type(api: Api) -> str | None:
    """Returns edge, regional or private; None when the configuration does not say, so that nothing is judged."""
    endpoint = api.deployment.endpoint if api.deployment is not None else None
    return endpoint.type if endpoint is not None else None
