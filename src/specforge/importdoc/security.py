"""Security schemes with their authorizers, and what operations require of them.

Sources: the developer guide, "x-amazon-apigateway-authorizer object", "x-amazon-apigateway-authtype property",
"x-amazon-apigateway-auth property".
"""

from __future__ import annotations

from typing import assert_never

from specforge.importdoc.left_out import SECURITY_SCHEME, rest_of
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import (
    Authorizer,
    AuthorizerSettings,
    Cognito,
    Data,
    Iam,
    Invalid,
    Jwt,
    LambdaRequest,
    LambdaToken,
    OAuthFlow,
    Operation,
    SecurityRequirement,
    SecurityScheme,
    SecurityUse,
)

# A scheme of OpenAPI 3.1 that 3.0.1 has no word for.
NOT_IN_3_0 = "mutualTLS"


def write_security_schemes(writing: Writing) -> Written:
    """Returns the security schemes; those that OpenAPI 3.0.1 does not know are left out and noted."""
    written: Written = {}
    for name, scheme in writing.api.security_schemes.items():
        if scheme.type == NOT_IN_3_0:
            writing.changes.note("mutual-tls-scheme-removed", scheme.origin, name)
        else:
            written[name] = _scheme(scheme, writing)
    return written


def write_security(operation: Operation, writing: Writing) -> Written:
    """Returns what an operation requires, the document's requirements too: they are not always inherited.

    REST APIs ignore a root `security` of Swagger 2.0. Source: the developer guide, "Important notes".
    """
    written: Written = {}
    if operation.security is not None:
        written["security"] = [
            _requirement(each, writing) for each in operation.security if not _is_dropped(each, writing)
        ]
        if operation.security_inherited:
            writing.changes.note("inherited-security-written-out", operation.origin, str(operation))
    if writing.is_public:
        return written
    if operation.auth is not None:
        written["x-amazon-apigateway-auth"] = {"type": "AWS_IAM"}
    elif operation.auth_declared:
        written["x-amazon-apigateway-auth"] = {"type": "NONE"}
    return written


def _requirement(requirement: SecurityRequirement, writing: Writing) -> Data:
    return {use.scheme: list(use.scopes) for use in requirement if not _is_mutual_tls(use, writing)}


def _is_dropped(requirement: SecurityRequirement, writing: Writing) -> bool:
    """Tells whether all that a requirement asks for is mutual TLS."""
    return bool(requirement) and all(_is_mutual_tls(use, writing) for use in requirement)


def _is_mutual_tls(use: SecurityUse, writing: Writing) -> bool:
    scheme = writing.api.security_schemes.get(use.scheme)
    return scheme is not None and scheme.type == NOT_IN_3_0


def _scheme(scheme: SecurityScheme, writing: Writing) -> Written:
    flows: Written = {flow.name: _flow(flow) for flow in scheme.flows}
    return {
        "type": scheme.type,
        **present(
            {
                "description": scheme.description or None,
                "name": scheme.parameter_name,
                "in": scheme.location,
                "scheme": scheme.http_scheme,
                "bearerFormat": scheme.bearer_format,
                "openIdConnectUrl": scheme.open_id_connect_url,
            }
        ),
        **({"flows": flows} if scheme.type == "oauth2" else {}),
        **(_extensions(scheme, writing) if not writing.is_public else {}),
        **rest_of(scheme.origin, SECURITY_SCHEME, writing),
    }


def _extensions(scheme: SecurityScheme, writing: Writing) -> Written:
    return {
        **present({"x-amazon-apigateway-authtype": writing.text(scheme.authtype)}),
        **_authorizer_key(scheme.authorizer, writing),
        **writing.aws_extensions(scheme.extra),
    }


def _authorizer_key(authorizer: Authorizer | Invalid | None, writing: Writing) -> Written:
    if authorizer is None or isinstance(authorizer, (Iam, Invalid)):
        return {}
    return {"x-amazon-apigateway-authorizer": _authorizer(authorizer, writing)}


def _flow(flow: OAuthFlow) -> Written:
    urls = present(
        {
            "authorizationUrl": flow.authorization_url,
            "tokenUrl": flow.token_url,
            "refreshUrl": flow.refresh_url,
        }
    )
    return {**urls, "scopes": dict(flow.scopes)}


def _authorizer(authorizer: LambdaToken | LambdaRequest | Cognito | Jwt, writing: Writing) -> Written:
    own: Written
    match authorizer:
        case LambdaToken():
            own = {"type": "token", **_function(authorizer, writing)}
        case LambdaRequest():
            own = {
                "type": "request",
                **_function(authorizer, writing),
                "authorizerPayloadFormatVersion": writing.text(authorizer.payload_format_version),
                "enableSimpleResponses": writing.value(authorizer.enable_simple_responses),
            }
        case Cognito():
            own = {"type": "cognito_user_pools", "providerARNs": writing.texts(authorizer.provider_arns)}
        case Jwt():
            own = {"type": "jwt", "jwtConfiguration": _jwt(authorizer, writing)}
        case _:
            assert_never(authorizer)
    return {**present(own), **_settings(authorizer, writing)}


def _function(authorizer: LambdaToken | LambdaRequest, writing: Writing) -> Written:
    return {
        "authorizerUri": writing.text(authorizer.uri),
        "authorizerCredentials": writing.text(authorizer.credentials),
    }


def _jwt(authorizer: Jwt, writing: Writing) -> Data:
    return present({"issuer": writing.text(authorizer.issuer), "audience": writing.texts(authorizer.audience)})


def _settings(authorizer: AuthorizerSettings, writing: Writing) -> Written:
    declared = authorizer.identity_source_declared and authorizer.identity_sources
    return {
        **present(
            {
                "identitySource": writing.list_in_one(authorizer.identity_sources) if declared else None,
                "identityValidationExpression": writing.text(authorizer.identity_validation_expression),
                "authorizerResultTtlInSeconds": writing.value(authorizer.ttl_s),
            }
        ),
        **{key: writing.data(value) for key, value in authorizer.extra.items() if not key.startswith("x-specforge-")},
    }
