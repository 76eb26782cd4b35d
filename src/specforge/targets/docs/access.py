"""How callers authenticate: one entry a security scheme, and what an operation asks for.

Source of what API Gateway checks: the developer guide, the pages on Lambda authorizers, Amazon Cognito user pools,
JWT authorizers, IAM permissions and API keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from specforge.ir import (
    Api,
    Cognito,
    Iam,
    Invalid,
    Jwt,
    Kind,
    LambdaRequest,
    LambdaToken,
    OAuthFlow,
    Operation,
    SecurityScheme,
    Text,
)
from specforge.targets.docs.credentials import region_of
from specforge.targets.docs.prose import Prose, Words, code, is_safe_link, literally

SIGNATURE = "\0sigv4"
"""The key, among the anchors of schemes, of what `x-amazon-apigateway-auth` asks for; no scheme has this name."""
_SOURCES = (
    ("method.request.header.", "the header"),
    ("method.request.querystring.", "the query parameter"),
    ("$request.header.", "the header"),
    ("$request.querystring.", "the query parameter"),
)


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """A security scheme: what it is in a few words, the document's own words, and what a caller does."""

    name: str
    anchor: str
    kind: str
    words: Words
    steps: tuple[Words, ...]
    scopes: tuple[tuple[str, Words], ...]


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """A scheme that an operation asks for, with the scopes of which a token needs one."""

    name: str
    href: str
    scopes: tuple[str, ...] = ()


Access = tuple[tuple[Use, ...], ...]
"""The ways to authenticate, each a list of what must come together; none at all when anyone may call."""


def schemes_of(api: Api, anchors: Mapping[str, str], prose: Prose) -> tuple[Scheme, ...]:
    """Returns the schemes in the order of the document, and Signature Version 4 where only operations name it."""
    found = [
        Scheme(
            name=name,
            anchor=anchors[name],
            kind=kind_of(scheme),
            words=prose.words(scheme.description),
            steps=tuple(map(prose.own, _steps(scheme, api))),
            scopes=_scopes(scheme, prose),
        )
        for name, scheme in api.security_schemes.items()
    ]
    if SIGNATURE in anchors:
        steps = (prose.own(_signed(api)),)
        kind, anchor = "AWS Signature Version 4", anchors[SIGNATURE]
        found.append(Scheme(name="AWS", anchor=anchor, kind=kind, words=prose.words(None), steps=steps, scopes=()))
    return tuple(found)


def access_of(operation: Operation, anchors: Mapping[str, str]) -> Access:
    """Returns the ways to authenticate for an operation."""
    ways: list[tuple[Use, ...]] = []
    for requirement in operation.security or ():
        uses = [
            Use(name=use.scheme, href=f"#{anchors[use.scheme]}", scopes=use.scopes)
            for use in requirement
            if use.scheme in anchors
        ]
        ways.append(tuple(uses))
    if operation.auth is not None:
        ways = [(Use(name="AWS Signature Version 4", href=f"#{anchors[SIGNATURE]}"),)]
    return tuple(ways)


def kind_of(scheme: SecurityScheme) -> str:
    """Returns what a scheme is, in the words that callers know."""
    match scheme.authorizer:
        case Cognito():
            return "Amazon Cognito token"
        case Jwt():
            return "JSON Web Token"
        case Iam():
            return "AWS Signature Version 4"
        case LambdaToken() | LambdaRequest():
            return "Custom token"
        case _:
            return "API key" if scheme.type == "apiKey" else _WORDS.get(scheme.type, scheme.type)


_WORDS = {
    "http": "HTTP authentication",
    "oauth2": "OAuth 2",
    "openIdConnect": "OpenID Connect",
    "mutualTLS": "Client certificate",
}


def _steps(scheme: SecurityScheme, api: Api) -> Iterator[str]:
    match scheme.authorizer:
        case Cognito():
            yield from _cognito(scheme)
        case Jwt():
            yield from _jwt(scheme.authorizer)
        case Iam():
            yield _signed(api)
        case LambdaToken() | LambdaRequest():
            yield from _custom(scheme, scheme.authorizer)
        case None | Invalid():
            yield from _standard(scheme, api)
    for flow in scheme.flows:
        yield from _flow(flow)
    if scheme.open_id_connect_url:
        yield f"The provider describes itself at {_address(scheme.open_id_connect_url)}."


def _cognito(scheme: SecurityScheme) -> Iterator[str]:
    yield (
        f"Sign in to the Amazon Cognito user pool of this API and send the token in the header "
        f"{code(scheme.parameter_name or 'Authorization')}."
    )
    yield "An operation that names scopes takes the **access token** with one of them, others the **ID token**."
    yield "A token that is missing, invalid or expired is answered with `401`."


def _jwt(authorizer: Jwt) -> Iterator[str]:
    places = list(_places(authorizer.identity_sources)) or ["the header `Authorization`"]
    yield f"Send a JSON Web Token in {' or '.join(places)}, with or without {code('Bearer')} in front."
    if authorizer.issuer is not None and authorizer.issuer.literal:
        yield f"It must be issued by {_address(authorizer.issuer.literal)}."
    audience = [code(text.literal) for text in authorizer.audience if text.literal]
    if audience:
        yield f"Its audience ({code('aud')} or {code('client_id')}) must be {' or '.join(audience)}."
    yield "A token that is missing, invalid or expired is answered with `401`, one without the scope with `403`."


def _custom(scheme: SecurityScheme, authorizer: LambdaToken | LambdaRequest) -> Iterator[str]:
    places = list(_places(authorizer.identity_sources))
    if not places:
        location = "query parameter" if scheme.location == "query" else "header"
        places = [f"the {location} {code(scheme.parameter_name or 'Authorization')}"]
    yield f"Send the token in {' and '.join(places)}."
    yield "A request without it is answered with `401`, one that is refused with `403`."


def _standard(scheme: SecurityScheme, api: Api) -> Iterator[str]:
    name = code(scheme.parameter_name or "Authorization")
    if scheme.is_api_key and api.kind is Kind.REST:
        yield f"Send your API key in the header {name}. It counts your requests; see the limits."
        yield "A request without a valid key is answered with `403`."
        return
    match scheme.type:
        case "apiKey":
            place = {"query": "query parameter", "cookie": "cookie"}.get(scheme.location or "", "header")
            yield f"Send your key in the {place} {name}."
        case "http" if (scheme.http_scheme or "").lower() == "basic":
            yield "Send user name and password, joined by a colon and encoded as Base64, in the header `Authorization`."
        case "http" | "oauth2" | "openIdConnect":
            form = f" ({literally(scheme.bearer_format)})" if scheme.bearer_format else ""
            yield f"Send a bearer token{form} in the header `Authorization`: `Bearer YOUR_TOKEN`."
        case "mutualTLS":
            yield "Connect with a client certificate that the API trusts."
        case _:
            return


def _signed(api: Api) -> str:
    region = region_of(api)
    where = "of the region" if region == "REGION" else f"of the region {code(region)}"
    return (
        f"Sign each request with AWS credentials (Signature Version 4) for the service `execute-api` {where}. "
        "The credentials need the permission `execute-api:Invoke`. A request that is unsigned, wrongly signed or not "
        "permitted is answered with `403`."
    )


def _flow(flow: OAuthFlow) -> Iterator[str]:
    urls = (("sign in at", flow.authorization_url), ("get tokens at", flow.token_url), ("renew at", flow.refresh_url))
    steps = [f"{label} {_address(url)}" for label, url in urls if url]
    if steps:
        words = "".join(f" {char.lower()}" if char.isupper() else char for char in flow.name)
        yield f"OAuth 2, {literally(words)} flow: {', '.join(steps)}."


def _scopes(scheme: SecurityScheme, prose: Prose) -> tuple[tuple[str, Words], ...]:
    scopes: dict[str, Words] = {}
    for flow in scheme.flows:
        scopes.update({name: prose.words(description) for name, description in flow.scopes.items()})
    return tuple(scopes.items())


def _places(sources: tuple[Text, ...]) -> Iterator[str]:
    """Yields where a caller puts what an authorizer reads; what the gateway knows by itself is left out."""
    for source in sources:
        text = source.literal or ""
        for start, words in _SOURCES:
            if text.startswith(start):
                yield f"{words} {code(text.removeprefix(start))}"


def _address(url: str) -> str:
    return f"<{url}>" if is_safe_link(url) else code(url)
