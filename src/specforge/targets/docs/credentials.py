"""What a request carries to prove who sends it, as samples show it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.ir import Api, Iam, Operation, SecurityScheme

SIGNED_OPTIONS = (
    '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    '--header "x-amz-security-token: $AWS_SESSION_TOKEN"',
)
_REGION = re.compile(r"[a-z]{2}(-[a-z]+)+-\d")


class Credentials(NamedTuple):
    """Headers, query parameters and curl options of a request; `http_headers` stand in the HTTP sample only."""

    headers: tuple[tuple[str, str], ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    curl_options: tuple[str, ...] = ()
    http_headers: tuple[tuple[str, str], ...] = ()


def credentials_of(operation: Operation, api: Api) -> Credentials:
    """Returns what the first way to authenticate asks for."""
    requirement = operation.security[0] if operation.security else ()
    schemes = [api.security_schemes[use.scheme] for use in requirement if use.scheme in api.security_schemes]
    headers: dict[str, str] = {}
    query: list[tuple[str, str]] = []
    for scheme in schemes:
        for location, name, value in _carried(scheme):
            if location == "query":
                query.append((name, value))
            else:
                headers[name] = value
    if operation.api_key_required:
        headers.setdefault("x-api-key", "YOUR_API_KEY")
    signed = operation.auth is not None or any(isinstance(scheme.authorizer, Iam) for scheme in schemes)
    if not signed:
        return Credentials(tuple(headers.items()), tuple(query))
    headers.pop("Authorization", None)
    return Credentials(tuple(headers.items()), tuple(query), _signing(api), _signed_headers(api))


def region_of(api: Api) -> str:
    """Returns the region in which requests are signed, as far as it is known."""
    region = api.deployment.region if api.deployment is not None else None
    return region if region and _REGION.fullmatch(region) else "REGION"


def _signing(api: Api) -> tuple[str, ...]:
    return (f"--aws-sigv4 'aws:amz:{region_of(api)}:execute-api'", *SIGNED_OPTIONS)


def _signed_headers(api: Api) -> tuple[tuple[str, str], ...]:
    credential = f"Credential=ACCESS_KEY_ID/20260131/{region_of(api)}/execute-api/aws4_request"
    signed = "SignedHeaders=host;x-amz-date;x-amz-security-token"
    return (
        ("X-Amz-Date", "20260131T120000Z"),
        ("X-Amz-Security-Token", "SESSION_TOKEN"),
        ("Authorization", f"AWS4-HMAC-SHA256 {credential}, {signed}, Signature=SIGNATURE"),
    )


def _carried(scheme: SecurityScheme) -> Iterable[tuple[str, str, str]]:
    """Yields the place, the name and a placeholder of each value that a scheme asks for."""
    name = scheme.parameter_name or "Authorization"
    match scheme.type:
        case "apiKey" if scheme.is_api_key:
            yield "header", name, "YOUR_API_KEY"
        case "apiKey" if scheme.location == "cookie":
            yield "header", "Cookie", f"{name}=YOUR_TOKEN"
        case "apiKey":
            yield scheme.location or "header", name, "YOUR_TOKEN"
        case "http" if (scheme.http_scheme or "").lower() == "basic":
            yield "header", "Authorization", "Basic BASE64_OF_USER_AND_PASSWORD"
        case "http" | "oauth2" | "openIdConnect":
            yield "header", "Authorization", "Bearer YOUR_TOKEN"
        case _:
            return
