"""What a `cors:` setting allows, as header names and values.

Source: the Fetch standard, "HTTP responses": one origin or `*` a header, and no `*` of any kind beside credentials.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.config.keys import CORS_HEADER, CORS_METHOD, CORS_ORIGIN
from specforge.diagnostics import Origin, Report
from specforge.ir import Api, CorsPolicy, Iam, Operation, SecurityScheme, Text

ORIGIN = "Access-Control-Allow-Origin"
VERBS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
"""What ANY stands for."""
SIGNED = ("Authorization", "X-Amz-Date", "X-Amz-Security-Token")
"""The headers of Signature Version 4."""


class Allowed(NamedTuple):
    """The sound part of a `cors:` setting. Of several `origins` an answer names the one that asks, else the first."""

    policy: CorsPolicy
    origins: tuple[str, ...]
    credentials: bool

    @property
    def answer_headers(self) -> tuple[tuple[str, str], ...]:
        """Returns the headers of an answer, by name."""
        return (*self.origin_headers, *_listed("Access-Control-Expose-Headers", self.policy.expose_headers))

    @property
    def origin_headers(self) -> tuple[tuple[str, str], ...]:
        """Returns the headers that say who may read an answer; the first origin stands for all."""
        found = [(ORIGIN, self.origins[0])]
        if self.credentials:
            found.append(("Access-Control-Allow-Credentials", "true"))
        if len(self.origins) > 1:
            found.append(("Vary", "Origin"))
        return tuple(found)


def allowed_by(policy: CorsPolicy) -> Allowed:
    """Returns what a setting allows; a malformed word, which the configuration reports, allows nothing."""
    sound = CorsPolicy(
        origins=_sound(policy.origins, CORS_ORIGIN),
        methods=_sound(policy.methods, CORS_METHOD),
        headers=_sound(policy.headers, CORS_HEADER),
        expose_headers=_sound(policy.expose_headers, CORS_HEADER),
        credentials=policy.credentials,
        max_age_s=policy.max_age_s,
        origin=policy.origin,
    )
    origins = ("*",) if "*" in sound.origins else sound.origins
    return Allowed(sound, origins, policy.credentials and origins != ("*",))


def _sound(words: Iterable[str], pattern: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if re.fullmatch(pattern, word)))


def _listed(name: str, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return ((name, ",".join(words)),) if words else ()


def called_verbs(operations: Iterable[Operation]) -> tuple[str, ...]:
    """Returns the methods of operations, ANY spelled out: beside credentials `*` is no wildcard."""
    verbs = {operation.method for operation in operations}
    return VERBS if "ANY" in verbs else tuple(verb for verb in VERBS if verb in verbs)


def sent_headers(operations: Iterable[Operation], api: Api, policy: CorsPolicy) -> tuple[str, ...]:
    """Returns the headers that calls may carry: those configured, else those declared; always those of credentials."""
    found: dict[str, str] = {name.lower(): name for name in policy.headers}
    for operation in operations:
        for name in (*(() if policy.headers else _declared(operation)), *_credentials(operation, api)):
            found.setdefault(name.lower(), name)
    return tuple(found.values()) or ("Content-Type",)


def _declared(operation: Operation) -> Iterable[str]:
    if operation.body is not None:
        yield "Content-Type"
    yield from (each.name for each in operation.parameters_in("header") if re.fullmatch(CORS_HEADER, each.name))


def _credentials(operation: Operation, api: Api) -> Iterable[str]:
    """Yields the headers by which an operation's callers prove who they are."""
    if operation.auth is not None:
        yield from SIGNED
    for use in (use for requirement in operation.security or () for use in requirement):
        scheme = api.security_schemes.get(use.scheme)
        if scheme is not None:
            yield from _of_scheme(scheme)


def _of_scheme(scheme: SecurityScheme) -> Iterable[str]:
    name = scheme.parameter_name
    if isinstance(scheme.authorizer, Iam):
        yield from SIGNED
    elif scheme.location == "header" and name is not None and re.fullmatch(CORS_HEADER, name):
        yield name
    elif scheme.type in ("http", "oauth2", "openIdConnect"):
        yield "Authorization"


def differing(origin: Text, allowed: Allowed, place: Origin, report: Report) -> None:
    """Reports an origin that the document allows and the configuration does not."""
    literal = origin.literal
    if literal is not None and literal not in allowed.origins and "*" not in allowed.origins:
        message = f"the document allows the origin {literal}, cors of specforge.yaml does not; the document counts"
        report.add("cors-contradicts-document", place, message)
