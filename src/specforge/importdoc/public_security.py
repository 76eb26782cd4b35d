"""Security as a caller sees it: what a request carries, not who checks it.

Source: the developer guide, "x-amazon-apigateway-authorizer object" (identity sources), "x-amazon-apigateway-auth".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from specforge.ir import (
    Api,
    Cognito,
    Iam,
    Jwt,
    LambdaRequest,
    LambdaToken,
    Operation,
    SecurityRequirement,
    SecurityScheme,
    SecurityUse,
)

SIGNED = "Requests are signed with AWS Signature Version 4."
SIGNATURE = "AWSSignatureV4"
DISCOVERY = "/.well-known/openid-configuration"
SOURCES = {
    "method.request.header.": "header",
    "method.request.querystring.": "query",
    "$request.header.": "header",
    "$request.querystring.": "query",
}

Schemes = Mapping[str, SecurityScheme]


class Carried(NamedTuple):
    """One value of a request by which an authorizer knows the caller."""

    location: str
    name: str


def public_security(api: Api) -> Api:
    """Returns the API with schemes and requirements that say what to send."""
    schemes: dict[str, SecurityScheme] = {}
    several: dict[str, tuple[str, ...]] = {}
    for name, scheme in api.security_schemes.items():
        shown = _shown(scheme)
        names = (name, *(_free(f"{name}{number}", api) for number in range(2, len(shown) + 1)))
        schemes.update(zip(names, shown, strict=True))
        several[name] = names
    signature = _free(SIGNATURE, api)
    operations = tuple(_operation(operation, several, signature) for operation in api.operations)
    if any(operation.auth is not None for operation in api.operations):
        schemes[signature] = SecurityScheme(
            name=signature,
            type="apiKey",
            parameter_name="Authorization",
            location="header",
            description=SIGNED,
            origin=api.origin,
        )
    return msgspec.structs.replace(api, security_schemes=schemes, operations=operations)


def _free(wanted: str, api: Api) -> str:
    name = wanted
    while name in api.security_schemes:
        name += "_"
    return name


def _operation(operation: Operation, several: Mapping[str, tuple[str, ...]], signature: str) -> Operation:
    if operation.auth is not None:
        signed = (SecurityUse(scheme=signature, origin=operation.auth.origin),)
        return msgspec.structs.replace(operation, security=(signed,))
    if operation.security is None:
        return operation
    security = tuple(_requirement(requirement, several) for requirement in operation.security)
    return msgspec.structs.replace(operation, security=security)


def _requirement(requirement: SecurityRequirement, several: Mapping[str, tuple[str, ...]]) -> SecurityRequirement:
    return tuple(
        msgspec.structs.replace(use, scheme=name)
        for use in requirement
        for name in several.get(use.scheme, (use.scheme,))
    )


def _shown(scheme: SecurityScheme) -> tuple[SecurityScheme, ...]:
    """Returns the schemes that one amounts to: an authorizer may want several values at once."""
    match scheme.authorizer:
        case Iam():
            return (msgspec.structs.replace(scheme, description=scheme.description or SIGNED),)
        case Jwt() as jwt if not scheme.flows and scheme.open_id_connect_url is None:
            return (_token(scheme, jwt),)
        case LambdaToken() | LambdaRequest() | Cognito() as authorizer if scheme.type == "apiKey":
            declared = Carried(scheme.location or "header", scheme.parameter_name or "")
            literal = [source.literal for source in authorizer.identity_sources]
            sources = [carried for text in literal if text is not None and (carried := _carried(text)) is not None]
            wanted = sorted(dict.fromkeys(sources), key=lambda source: source != declared) or [declared]
            return tuple(
                msgspec.structs.replace(scheme, location=location, parameter_name=name) for location, name in wanted
            )
        case _:
            return (scheme,)


def _carried(source: str) -> Carried | None:
    for start, location in SOURCES.items():
        if source.startswith(start):
            return Carried(location, source.removeprefix(start))
    return None


def _token(scheme: SecurityScheme, jwt: Jwt) -> SecurityScheme:
    """Returns the scheme of a JSON Web Token whose issuer only the authorizer names."""
    issuer = jwt.issuer.literal if jwt.issuer is not None else None
    if issuer is not None and issuer.startswith("https://"):
        url = issuer.rstrip("/") + DISCOVERY
        return msgspec.structs.replace(scheme, type="openIdConnect", open_id_connect_url=url)
    return msgspec.structs.replace(scheme, type="http", http_scheme="bearer", bearer_format="JWT")
