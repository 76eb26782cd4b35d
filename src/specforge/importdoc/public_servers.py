"""Where callers find the API."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.ir import Api, Deployment, Server

API_ID = "apiId"
HIDDEN = ("${", ".vpce.", "vpce-")


def public_servers(api: Api) -> tuple[Server, ...]:
    """Returns the custom domain, else the servers of the document, else the stages of a public endpoint."""
    deployment = api.deployment
    domain = _domain(api, deployment) if deployment is not None else None
    if domain is not None:
        return (domain,)
    written = tuple(server for server in api.servers if not any(part in server.url for part in HIDDEN))
    if written or deployment is None:
        return written
    return tuple(_stages(api, deployment))


def _domain(api: Api, deployment: Deployment) -> Server | None:
    name = deployment.domain.name.literal if deployment.domain is not None else None
    if deployment.domain is None or name is None:
        return None
    base = (deployment.domain.base_path or "").strip("/")
    return Server(url=f"https://{name}" + (f"/{base}" if base else ""), origin=api.origin)


def _stages(api: Api, deployment: Deployment) -> Iterator[Server]:
    endpoint = deployment.endpoint
    private = endpoint is not None and (endpoint.type == "private" or endpoint.disable_default is True)
    if private or deployment.region is None:
        return
    for stage in deployment.stages:
        path = "" if stage.name == "$default" else f"/{stage.name}"
        yield Server(
            url=f"https://{{{API_ID}}}.execute-api.{deployment.region}.amazonaws.com{path}",
            description=stage.name if path else None,
            variables={API_ID: "api-id"},
            origin=api.origin,
        )
