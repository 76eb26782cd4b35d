"""What API Gateway itself answers when a request does not get through, as callers meet it.

Source: the developer guide, "Gateway response types for API Gateway", and the pages on HTTP APIs; the texts are those
that the gateway sends when nothing else is configured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from specforge.ir import (
    Api,
    Cognito,
    GatewayResponse,
    Iam,
    Jwt,
    Kind,
    LambdaRequest,
    LambdaToken,
    Operation,
    RequestValidator,
)
from specforge.ir.integration import IntegrationSettings
from specforge.targets.docs.markdown import fenced
from specforge.targets.docs.prose import clean, code

REQUEST_ID = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"
_VARIABLE = re.compile(
    r"\$(?:context|stageVariables)(?:\.[A-Za-z0-9_]+)+|\$\{(?:context|stageVariables)[^}]*\}|method\.request\.[\w.-]+"
)


class Cause(NamedTuple):
    """A reason to be refused: the response type, the status, the default message, when it happens."""

    type: str
    status: int
    message: str
    meaning: str


class GatewayError(msgspec.Struct, frozen=True, kw_only=True):
    """An answer of the gateway: the status and body that callers get, and the headers that are set."""

    status: str
    type: str
    meaning: str
    body: str
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def md(self) -> str:
        """Returns the body as a code block of Markdown."""
        return fenced(clean(self.body), "json")

    @property
    def md_headers(self) -> tuple[str, ...]:
        """Returns the headers as code of Markdown."""
        return tuple(code(f"{name}: {value}") for name, value in self.headers)


BAD_PARAMETERS = Cause(
    "BAD_REQUEST_PARAMETERS", 400, "Missing required request parameters: [name]", "A required parameter is missing."
)
BAD_BODY = Cause("BAD_REQUEST_BODY", 400, "Invalid request body", "The body does not match its schema.")
UNAUTHORIZED = Cause("UNAUTHORIZED", 401, "Unauthorized", "The token is missing, invalid or expired.")
ACCESS_DENIED = Cause(
    "ACCESS_DENIED", 403, "User is not authorized to access this resource", "You are known, but may not do this."
)
INVALID_KEY = Cause("INVALID_API_KEY", 403, "Forbidden", "The API key is missing or not valid for this stage.")
BAD_SIGNATURE = Cause(
    "INVALID_SIGNATURE",
    403,
    "The request signature we calculated does not match the signature you provided.",
    "The request is not signed, or not correctly.",
)
UNKNOWN_PATH = Cause(
    "MISSING_AUTHENTICATION_TOKEN",
    403,
    "Missing Authentication Token",
    "There is no such method and path, or a signature is missing.",
)
TOO_LARGE = Cause("REQUEST_TOO_LARGE", 413, "Request Too Long", "The request is larger than 10 MB.")
BAD_MEDIA_TYPE = Cause(
    "UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type", "The Content-Type of the body is not one that is taken."
)
THROTTLED = Cause("THROTTLED", 429, "Too Many Requests", "Too many requests at once; wait and try again.")
QUOTA = Cause("QUOTA_EXCEEDED", 429, "Limit Exceeded", "The quota of your API key is used up.")
FIREWALL = Cause("WAF_FILTERED", 403, "Forbidden", "A firewall refuses the request.")
FAILURE = Cause("DEFAULT_5XX", 500, "Internal server error", "Something failed behind the gateway; try again later.")
BAD_GATEWAY = Cause("DEFAULT_5XX", 502, "Internal server error", "The service behind the gateway gave no valid answer.")
TIMEOUT = Cause("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out", "The answer took too long.")
REST = (
    BAD_PARAMETERS, BAD_BODY, UNAUTHORIZED, ACCESS_DENIED, INVALID_KEY, BAD_SIGNATURE, UNKNOWN_PATH, FIREWALL,
    TOO_LARGE, BAD_MEDIA_TYPE, THROTTLED, QUOTA, FAILURE, BAD_GATEWAY, TIMEOUT,
)  # fmt: skip
HTTP_UNAUTHORIZED = Cause("", 401, "Unauthorized", UNAUTHORIZED.meaning)
HTTP_FORBIDDEN = Cause("", 403, "Forbidden", "You are known, but may not do this.")
HTTP_UNKNOWN_PATH = Cause("", 404, "Not Found", "There is no such method and path.")
HTTP_TOO_LARGE = Cause("", 413, "Request Entity Too Large", TOO_LARGE.meaning)
HTTP_THROTTLED = Cause("", 429, "Too Many Requests", THROTTLED.meaning)
HTTP_FAILURE = Cause("", 500, "Internal Server Error", FAILURE.meaning)
HTTP_TIMEOUT = Cause("", 503, "Service Unavailable", "The service behind the gateway did not answer in time.")
HTTP = (
    HTTP_UNAUTHORIZED, HTTP_FORBIDDEN, HTTP_UNKNOWN_PATH, HTTP_TOO_LARGE, HTTP_THROTTLED, HTTP_FAILURE, HTTP_TIMEOUT,
)  # fmt: skip


def errors_of(api: Api) -> tuple[GatewayError, ...]:
    """Returns what callers of an API may meet, by status; nothing for a plain document."""
    met = {cause for operation in api.operations for cause in causes_of(operation, api)}
    unknown = {Kind.REST: {UNKNOWN_PATH}, Kind.HTTP: {HTTP_UNKNOWN_PATH}, Kind.PLAIN: set[Cause]()}[api.kind]
    causes = [cause for cause in (HTTP if api.kind is Kind.HTTP else REST) if cause in met | unknown]
    customised = {response.type: response for response in api.gateway_responses}
    return tuple(sorted((_error(cause, customised) for cause in causes), key=lambda error: error.status))


def causes_of(operation: Operation, api: Api) -> tuple[Cause, ...]:
    """Returns why the gateway may refuse or fail a call of an operation."""
    match api.kind:
        case Kind.REST:
            return tuple(cause for cause, holds in _rest(operation, api) if holds)
        case Kind.HTTP:
            return tuple(cause for cause, holds in _http(operation, api) if holds)
        case Kind.PLAIN:
            return ()


def _rest(operation: Operation, api: Api) -> Iterator[tuple[Cause, bool]]:
    validator = api.validators.get(operation.validator or "")
    authorizers = set(_authorizers(operation, api))
    deployment = api.deployment
    behind = isinstance(operation.integration, IntegrationSettings) and operation.integration.declared_type != "mock"
    yield BAD_PARAMETERS, _checks_parameters(operation, validator)
    yield BAD_BODY, validator is not None and validator.validate_body is True and operation.body is not None
    yield UNAUTHORIZED, bool(authorizers & {Cognito, LambdaToken, LambdaRequest})
    yield ACCESS_DENIED, bool(authorizers & {LambdaToken, LambdaRequest, Iam})
    yield BAD_SIGNATURE, Iam in authorizers
    yield INVALID_KEY, operation.api_key_required
    yield FIREWALL, deployment is not None and any(stage.waf is not None for stage in deployment.stages)
    yield TOO_LARGE, operation.body is not None
    yield BAD_MEDIA_TYPE, operation.body is not None and _is_strict(operation)
    yield THROTTLED, True
    yield QUOTA, operation.api_key_required
    yield FAILURE, True
    yield BAD_GATEWAY, behind
    yield TIMEOUT, behind


def _http(operation: Operation, api: Api) -> Iterator[tuple[Cause, bool]]:
    authorizers = set(_authorizers(operation, api))
    yield HTTP_UNAUTHORIZED, bool(authorizers & {Jwt, LambdaRequest, LambdaToken})
    yield HTTP_FORBIDDEN, bool(authorizers)
    yield HTTP_TOO_LARGE, operation.body is not None
    yield HTTP_THROTTLED, True
    yield HTTP_FAILURE, True
    yield HTTP_TIMEOUT, True


def _checks_parameters(operation: Operation, validator: RequestValidator | None) -> bool:
    checks = validator is not None and validator.validate_parameters is True
    return checks and any(each.required and each.location != "path" for each in operation.parameters)


def _authorizers(operation: Operation, api: Api) -> Iterator[type]:
    if operation.auth is not None:
        yield Iam
    for requirement in operation.security or ():
        for use in requirement:
            scheme = api.security_schemes.get(use.scheme)
            if scheme is not None and scheme.authorizer is not None:
                yield type(scheme.authorizer)


def _is_strict(operation: Operation) -> bool:
    """Tells whether a body of an undeclared media type is refused instead of being passed on."""
    integration = operation.integration
    if not isinstance(integration, IntegrationSettings) or integration.declared_type not in ("aws", "http"):
        return False
    behavior = integration.passthrough_behavior.literal if integration.passthrough_behavior is not None else None
    return behavior == "never" or (behavior == "when_no_templates" and bool(integration.request_templates))


def _error(cause: Cause, customised: Mapping[str, GatewayResponse]) -> GatewayError:
    fallback = "DEFAULT_4XX" if cause.status < 500 else "DEFAULT_5XX"
    own = customised.get(cause.type)
    # The answer to a body that is too large cannot be changed.
    response = own if own is not None else customised.get(fallback) if cause is not TOO_LARGE else None
    body = json.dumps({"message": cause.message})
    if response is None:
        return GatewayError(status=str(cause.status), type=cause.type, meaning=cause.meaning, body=body)
    status = response.status.literal if response.status is not None else None
    template = next((each for each in response.templates if each.media_type == "application/json"), None)
    template = template or next(iter(response.templates), None)
    return GatewayError(
        status=status or str(cause.status),
        type=cause.type,
        meaning=cause.meaning,
        body=_filled(str(template.body), cause).strip() if template is not None else body,
        headers=tuple(_headers(response, cause)),
    )


def _headers(response: GatewayResponse, cause: Cause) -> Iterator[tuple[str, str]]:
    for mapping in response.parameters:
        name = mapping.target.removeprefix("gatewayresponse.header.")
        value = str(mapping.value)
        yield name, value[1:-1] if value[:1] == value[-1:] == "'" and len(value) > 1 else _filled(value, cause)


def _filled(text: str, cause: Cause) -> str:
    """Returns a template with the values of an example; the gateway substitutes variables, it runs no directive."""
    return _VARIABLE.sub(_substitute(cause), text)


def _substitute(cause: Cause) -> Callable[[re.Match[str]], str]:
    known = {
        "context.error.message": cause.message,
        "context.error.messageString": json.dumps(cause.message),
        "context.error.responseType": cause.type,
        "context.requestId": REQUEST_ID,
        "context.extendedRequestId": "JZJ7fGtsIAMF7Xg=",
    }
    return lambda match: known.get(match[0].strip("${}"), "…")
