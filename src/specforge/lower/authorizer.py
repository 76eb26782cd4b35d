"""`x-amazon-apigateway-authorizer` and `x-amazon-apigateway-authtype` of a security scheme.

Source: the developer guide, "x-amazon-apigateway-authorizer object" and "x-amazon-apigateway-authtype property".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from specforge.document import Cursor
from specforge.ir import (
    Authorizer,
    Cognito,
    Data,
    Iam,
    Invalid,
    Jwt,
    LambdaRequest,
    LambdaToken,
    Number,
    Text,
)
from specforge.lower.alternatives import alternatives, find_mapping
from specforge.lower.integration_uri import find_function
from specforge.lower.texts import others, texts_in

EXTENSION = "x-amazon-apigateway-authorizer"
AUTHTYPE = "x-amazon-apigateway-authtype"
SIGV4 = "awssigv4"
KNOWN = frozenset(
    {
        "type",
        "authorizerUri",
        "authorizerCredentials",
        "identitySource",
        "identityValidationExpression",
        "authorizerResultTtlInSeconds",
        "providerARNs",
        "jwtConfiguration",
        "authorizerPayloadFormatVersion",
        "enableSimpleResponses",
    }
)


class Settings(TypedDict):
    """The fields of ir.AuthorizerSettings."""

    origin: Cursor
    name: str
    identity_sources: tuple[Text, ...]
    identity_source_declared: bool
    ttl_s: Number | None
    identity_validation_expression: Text | None
    extra: Mapping[str, Data]


def lower_authorizer(scheme: Cursor, name: str) -> Authorizer | Invalid | None:
    """Returns what API Gateway makes of a security scheme; of a condition, the first branch."""
    declared = scheme.get(EXTENSION)
    if declared is not None:
        for _, node in alternatives(declared):
            return _authorizer(node, scheme, name)
    if (scheme.words(AUTHTYPE) or "").lower() == SIGV4:
        return Iam(origin=scheme, name=name)
    return None


def _authorizer(node: Cursor, scheme: Cursor, name: str) -> Authorizer | Invalid:
    raw = node.value
    if not isinstance(raw, dict) or "$ref" in raw or node.is_expression:
        return Invalid(origin=node)
    settings = _settings(node, raw, name)
    match (node.words("type") or "").lower():
        case "token":
            return _token(node, _with_header(settings, scheme))
        case "request":
            return _request(node, settings)
        case "cognito_user_pools":
            arns = texts_in(node, "providerARNs")
            return Cognito(**_with_header(settings, scheme), provider_arns=arns)
        case "jwt":
            return _jwt(node, settings)
        case _:
            return Invalid(origin=node)


def _settings(node: Cursor, raw: Mapping[str, Data], name: str) -> Settings:
    pieces = (piece for text in texts_in(node, "identitySource") for piece in text.split(","))
    return Settings(
        origin=node,
        name=name,
        identity_sources=tuple(_stripped(piece) for piece in pieces if piece.parts),
        identity_source_declared="identitySource" in raw,
        ttl_s=node.integer("authorizerResultTtlInSeconds"),
        identity_validation_expression=node.text("identityValidationExpression"),
        extra=others(raw, KNOWN),
    )


def _with_header(settings: Settings, scheme: Cursor) -> Settings:
    """Fills in what API Gateway takes when no identity source is given: the scheme's own header."""
    header = scheme.string("name")
    if settings["identity_source_declared"] or header is None or scheme.string("in") != "header":
        return settings
    return {**settings, "identity_sources": (Text(("method.request.header." + header,)),)}


def _token(node: Cursor, settings: Settings) -> LambdaToken:
    uri = node.text("authorizerUri")
    credentials = node.text("authorizerCredentials")
    return LambdaToken(**settings, uri=uri, function=find_function(uri), credentials=credentials)


def _request(node: Cursor, settings: Settings) -> LambdaRequest:
    uri = node.text("authorizerUri")
    return LambdaRequest(
        **settings,
        uri=uri,
        function=find_function(uri),
        credentials=node.text("authorizerCredentials"),
        payload_format_version=node.text("authorizerPayloadFormatVersion"),
        enable_simple_responses=node.flag("enableSimpleResponses"),
    )


def _jwt(node: Cursor, settings: Settings) -> Jwt:
    configuration = find_mapping(node, "jwtConfiguration")
    if configuration is None:
        return Jwt(**settings)
    issuer, audience = configuration.text("issuer"), texts_in(configuration, "audience")
    return Jwt(**settings, issuer=issuer, audience=audience)


def _stripped(text: Text) -> Text:
    """Returns a text without the white space around it."""
    parts = list(text.parts)
    first, last = parts[0], parts[-1]
    if isinstance(last, str):
        parts[-1] = last.rstrip()
    if isinstance(first, str):
        parts[0] = first.lstrip() if len(parts) > 1 else first.strip()
    return Text(tuple(part for part in parts if part != ""))
