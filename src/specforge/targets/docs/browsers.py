"""Which web pages may call the API from a browser (CORS)."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.clients.grouping import is_preflight
from specforge.ir import Api, Mock
from specforge.targets.docs.prose import code

_ORIGIN = "method.response.header.access-control-allow-origin"


def browsers(api: Api) -> str:
    """Returns a sentence in Markdown; nothing when the API says nothing about browsers."""
    origins = list(dict.fromkeys(_origins(api)))
    if not origins:
        return ""
    if "*" in origins:
        return "Any web page may call this API from a browser (CORS)."
    return f"Web pages of these origins may call this API from a browser (CORS): {', '.join(map(code, origins))}."


def _origins(api: Api) -> Iterator[str]:
    if api.cors is not None:
        yield from (text.literal for text in api.cors.allow_origins if text.literal)
    if api.deployment is not None and api.deployment.cors is not None:
        yield from api.deployment.cors.origins
    for operation in api.operations:
        if is_preflight(operation) and isinstance(operation.integration, Mock):
            for response in operation.integration.responses:
                for mapping in response.parameters:
                    value = mapping.value.literal or ""
                    if mapping.target.lower() == _ORIGIN and value[:1] == value[-1:] == "'":
                        yield value[1:-1]
