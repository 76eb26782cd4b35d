"""Security schemes and the authorizers that API Gateway makes of them.

Source: the developer guide, "x-amazon-apigateway-authorizer object" and "x-amazon-apigateway-authtype property".
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.ir.integration import Flag, Invalid, Number
from specforge.ir.schema import NOTHING
from specforge.source import Data, Text


class AuthorizerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What every authorizer may say; `ttl_s` is authorizerResultTtlInSeconds. `name` is the scheme's key."""

    origin: Origin
    name: str
    identity_sources: tuple[Text, ...] = ()
    identity_source_declared: bool = False
    ttl_s: Number | None = None
    identity_validation_expression: Text | None = None
    extra: Mapping[str, Data] = NOTHING


class LambdaToken(AuthorizerSettings, frozen=True, kw_only=True):
    """A Lambda function that judges one header (REST); `function` as far as the URI tells it."""

    uri: Text | None = None
    function: Text | None = None
    credentials: Text | None = None


class LambdaRequest(AuthorizerSettings, frozen=True, kw_only=True):
    """A Lambda function that judges the request (REST and HTTP)."""

    uri: Text | None = None
    function: Text | None = None
    credentials: Text | None = None
    payload_format_version: Text | None = None
    enable_simple_responses: Flag | None = None


class Cognito(AuthorizerSettings, frozen=True, kw_only=True):
    """A Cognito user pool (REST)."""

    provider_arns: tuple[Text, ...] = ()


class Jwt(AuthorizerSettings, frozen=True, kw_only=True):
    """A JSON Web Token checked by API Gateway (HTTP)."""

    issuer: Text | None = None
    audience: tuple[Text, ...] = ()


class Iam(msgspec.Struct, frozen=True, kw_only=True):
    """Signature Version 4: `authtype: awsSigv4` on a scheme, or `x-amazon-apigateway-auth` on an operation."""

    origin: Origin
    name: str


Authorizer = LambdaToken | LambdaRequest | Cognito | Jwt | Iam


class OAuthFlow(msgspec.Struct, frozen=True, kw_only=True):
    """One OAuth 2 flow; `scopes` from name to description."""

    name: str
    authorization_url: str | None = None
    token_url: str | None = None
    refresh_url: str | None = None
    scopes: Mapping[str, str] = {}


class SecurityScheme(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of securitySchemes or securityDefinitions.

    `type` is apiKey, http, oauth2, openIdConnect, mutualTLS (2.0's `basic` reads as http basic).
    `authorizer` is what API Gateway makes of it: None when it makes nothing, Invalid when the extension is malformed.
    """

    name: str
    type: str
    description: str | None = None
    parameter_name: str | None = None
    location: str | None = None
    http_scheme: str | None = None
    bearer_format: str | None = None
    flows: tuple[OAuthFlow, ...] = ()
    open_id_connect_url: str | None = None
    authtype: Text | None = None
    authorizer: Authorizer | Invalid | None = None
    extra: Mapping[str, Data] = NOTHING
    origin: Origin

    @property
    def is_api_key(self) -> bool:
        """Tells whether API Gateway checks it as its own API key: header `x-api-key`, no AWS extension."""
        return (
            self.type == "apiKey"
            and self.location == "header"
            and (self.parameter_name or "").lower() == "x-api-key"
            and self.authorizer is None
            and self.authtype is None
        )


class SecurityUse(msgspec.Struct, frozen=True, kw_only=True):
    """One scheme named in a requirement, with its scopes."""

    scheme: str
    scopes: tuple[str, ...] = ()
    origin: Origin


SecurityRequirement = tuple[SecurityUse, ...]
