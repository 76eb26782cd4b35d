"""`x-amazon-apigateway-integration` and its short form, `x-specforge-integration`.

Source of the properties: the developer guide, "x-amazon-apigateway-integration object".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypedDict

from specforge.document import Cursor
from specforge.ir import (
    INTERNET,
    AwsService,
    Connection,
    Data,
    Flag,
    Http,
    HttpProxy,
    Integration,
    IntegrationResponse,
    Invalid,
    Lambda,
    LambdaProxy,
    Mock,
    Number,
    ParameterMapping,
    ServiceProxy,
    ShortForm,
    Template,
    Text,
    Tls,
    When,
)
from specforge.lower.alternatives import alternatives, find_mapping
from specforge.lower.integration_responses import lower_integration_responses
from specforge.lower.integration_uri import find_function, find_target, names_function
from specforge.lower.mappings import lower_parameter_mappings, lower_templates
from specforge.lower.texts import others, texts_in

EXTENSION = "x-amazon-apigateway-integration"
SHORT_FORM = "x-specforge-integration"
SHARED = "x-amazon-apigateway-integrations"
KNOWN = frozenset(
    {
        "type",
        "httpMethod",
        "uri",
        "credentials",
        "connectionType",
        "connectionId",
        "integrationTarget",
        "timeoutInMillis",
        "requestParameters",
        "requestTemplates",
        "responses",
        "responseParameters",
        "passthroughBehavior",
        "contentHandling",
        "cacheNamespace",
        "cacheKeyParameters",
        "payloadFormatVersion",
        "integrationSubtype",
        "responseTransferMode",
        "tlsConfig",
    }
)


class Settings(TypedDict):
    """The fields of ir.IntegrationSettings, for every type of integration alike."""

    origin: Cursor
    declared_type: str
    http_method: Text | None
    uri: Text | None
    credentials: Text | None
    connection: Connection
    timeout_ms: Number | None
    request_parameters: tuple[ParameterMapping, ...]
    request_templates: tuple[Template, ...]
    responses: tuple[IntegrationResponse, ...]
    responses_declared: bool
    response_parameters: tuple[tuple[str, tuple[ParameterMapping, ...]], ...]
    passthrough_behavior: Text | None
    content_handling: Text | None
    cache_namespace: Text | None
    cache_key_parameters: tuple[Text, ...]
    payload_format_version: Text | None
    response_transfer_mode: Text | None
    tls: Tls | None
    extra: Mapping[str, Data]
    shared_name: str | None


class Integrated(NamedTuple):
    """An integration and the conditions under which it stands."""

    when: tuple[When, ...]
    integration: Integration | None


def lower_integrations(operation: Cursor) -> list[Integrated]:
    """Returns the integrations of an operation, one for each branch of a condition; at least one, perhaps None."""
    short = operation.get(SHORT_FORM)
    if short is not None:
        found = [Integrated(when, _short_form(node)) for when, node in alternatives(short)]
    else:
        full = operation.get(EXTENSION)
        found = [Integrated(when, lower_integration(node)) for when, node in alternatives(full)] if full else []
    return found or [Integrated((), None)]


def lower_integration(cursor: Cursor) -> Integration:
    """Returns the integration that a mapping describes; Invalid when its type is none of AWS's."""
    raw = cursor.value
    if not isinstance(raw, dict) or "$ref" in raw or cursor.is_expression:
        return Invalid(origin=cursor)
    declared = cursor.words("type") or ""
    kind = declared.lower()
    if kind not in _MAKERS:
        return Invalid(origin=cursor)
    return _MAKERS[kind](cursor, _settings(cursor, raw, declared))


def _short_form(cursor: Cursor) -> ShortForm | Invalid:
    raw = cursor.value
    if not isinstance(raw, dict) or len(raw) != 1 or cursor.is_expression:
        return Invalid(origin=cursor)
    return ShortForm(name=next(iter(raw)), origin=cursor)


def _aws_proxy(cursor: Cursor, settings: Settings) -> LambdaProxy | ServiceProxy:
    subtype = cursor.text("integrationSubtype")
    if subtype is not None:
        return ServiceProxy(**settings, subtype=subtype)
    return LambdaProxy(**settings, function=find_function(settings["uri"]))


def _aws(_cursor: Cursor, settings: Settings) -> Lambda | AwsService:
    uri = settings["uri"]
    if names_function(uri):
        return Lambda(**settings, function=find_function(uri))
    target = find_target(uri)
    if target is None:
        return AwsService(**settings)
    return AwsService(**settings, service=target.service, action=target.api, by_path=target.by_path)


_MAKERS: dict[str, Callable[[Cursor, Settings], Integration]] = {
    "aws_proxy": _aws_proxy,
    "aws": _aws,
    "http_proxy": lambda _, settings: HttpProxy(**settings),
    "http": lambda _, settings: Http(**settings),
    "mock": lambda _, settings: Mock(**settings),
}


def _settings(cursor: Cursor, raw: Mapping[str, Data], declared: str) -> Settings:
    text = cursor.text
    return Settings(
        origin=cursor,
        declared_type=declared,
        http_method=text("httpMethod"),
        uri=text("uri"),
        credentials=text("credentials"),
        connection=_connection(cursor),
        timeout_ms=cursor.integer("timeoutInMillis"),
        request_parameters=lower_parameter_mappings(cursor, "requestParameters"),
        request_templates=lower_templates(cursor, "requestTemplates"),
        responses=lower_integration_responses(cursor),
        responses_declared="responses" in raw,
        response_parameters=_response_parameters(cursor),
        passthrough_behavior=text("passthroughBehavior"),
        content_handling=text("contentHandling"),
        cache_namespace=text("cacheNamespace"),
        cache_key_parameters=texts_in(cursor, "cacheKeyParameters"),
        payload_format_version=text("payloadFormatVersion"),
        response_transfer_mode=text("responseTransferMode"),
        tls=_tls(cursor),
        extra=others(raw, KNOWN),
        shared_name=_shared_name(cursor),
    )


def _connection(cursor: Cursor) -> Connection:
    kind, link, target = cursor.text("connectionType"), cursor.text("connectionId"), cursor.text("integrationTarget")
    if kind is None and link is None and target is None:
        return INTERNET
    return Connection(type=kind, id=link, target=target)


def _tls(cursor: Cursor) -> Tls | None:
    found = find_mapping(cursor, "tlsConfig")
    if found is None:
        return None
    skip: Flag | None = found.flag("insecureSkipVerification")
    return Tls(insecure_skip_verification=skip, server_name_to_verify=found.text("serverNameToVerify"), origin=found)


def _response_parameters(cursor: Cursor) -> tuple[tuple[str, tuple[ParameterMapping, ...]], ...]:
    """Returns the mappings of HTTP APIs by status."""
    found = find_mapping(cursor, "responseParameters")
    if found is None:
        return ()
    return tuple((status, lower_parameter_mappings(found, status)) for status in found.value)


def _shared_name(cursor: Cursor) -> str | None:
    """Returns the key under which HTTP APIs share an integration, if it was reached there by a `$ref`."""
    shelf = cursor.parent
    shared = cursor.via is not None and shelf is not None and shelf.key == SHARED
    return cursor.key if shared and isinstance(cursor.key, str) else None
