"""CORS headers on what API Gateway answers by itself: without them a browser hides 401, 403, 429 and 5xx from the page.

Source: the developer guide, "Gateway responses in API Gateway": a mapping is a fixed value or a part of the request,
and templates know no conditions, so none can name one of several origins.
"""

from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.expand.cors_answers import mappings
from specforge.expand.cors_headers import ORIGIN, Allowed, differing
from specforge.ir import GatewayResponse, Text

PREFIX = "gatewayresponse.header."
DEFAULTS = ("DEFAULT_4XX", "DEFAULT_5XX")


def with_error_headers(
    responses: tuple[GatewayResponse, ...], allowed: Allowed, report: Report
) -> tuple[GatewayResponse, ...]:
    """Returns the gateway responses of the document and the two defaults, with the headers.

    An error holds nothing of the caller's, so several origins share a `*`. Beside credentials that cannot be: there the
    first origin alone sees errors, for to name whoever asks would show any page who is signed in.
    """
    known = {response.type for response in responses}
    origin = allowed.policy.origin
    missing = tuple(GatewayResponse(type=kind, origin=origin) for kind in DEFAULTS if kind not in known)
    if len(allowed.origins) > 1 and allowed.credentials:
        others = ", ".join(allowed.origins[1:])
        message = (
            f"errors that API Gateway answers by itself show themselves to {allowed.origins[0]} alone, not to {others}"
        )
        report.add("cors-errors-for-first-origin", origin.at("origins"), message)
    return tuple(_with_headers(response, allowed, report) for response in (*responses, *missing))


def _with_headers(response: GatewayResponse, allowed: Allowed, report: Report) -> GatewayResponse:
    own = [mapping for mapping in response.parameters if mapping.target.lower() == (PREFIX + ORIGIN).lower()]
    for mapping in own:
        literal = mapping.value.literal
        if literal is not None and literal.startswith("'"):
            differing(Text((literal.strip("'"),)), allowed, mapping.origin, report)
    if own:
        return response
    made = mappings(_headers(allowed), PREFIX, allowed.policy.origin)
    return replace(response, parameters=(*response.parameters, *made))


def _headers(allowed: Allowed) -> tuple[tuple[str, str], ...]:
    if len(allowed.origins) == 1:
        return allowed.origin_headers
    if not allowed.credentials:
        return ((ORIGIN, "*"),)
    return tuple(header for header in allowed.origin_headers if header[0] != "Vary")
