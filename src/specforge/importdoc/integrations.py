"""Integrations. Source: the developer guide, "x-amazon-apigateway-integration object"."""

from __future__ import annotations

from collections.abc import Iterable

from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import (
    Data,
    FullIntegration,
    Integration,
    IntegrationResponse,
    Invalid,
    ParameterMapping,
    ServiceProxy,
    ShortForm,
    Template,
    Tls,
)

SHARED = "#/components/x-amazon-apigateway-integrations/"


def write_integration(integration: Integration | None, writing: Writing) -> Written | None:
    """Returns an integration, or the reference to a shared one; None for one that is malformed or absent."""
    if integration is None or isinstance(integration, (Invalid, ShortForm)):
        return None
    if integration.shared_name is not None and _is_shared(integration.shared_name, writing):
        return {"$ref": SHARED + _escaped(integration.shared_name)}
    return _whole(integration, writing)


def write_shared_integrations(writing: Writing) -> Written:
    """Returns `components.x-amazon-apigateway-integrations` of an HTTP API."""
    return {
        shared.name: _whole(shared.integration, writing)
        for shared in writing.api.shared_integrations
        if not isinstance(shared.integration, (Invalid, ShortForm))
    }


def write_mappings(mappings: Iterable[ParameterMapping], writing: Writing) -> Written:
    """Returns requestParameters or responseParameters."""
    return {mapping.target: writing.spell(mapping.value) for mapping in mappings}


def write_templates(templates: Iterable[Template], writing: Writing) -> Written:
    """Returns requestTemplates or responseTemplates."""
    return {template.media_type: writing.spell(template.body) for template in templates}


def _is_shared(name: str, writing: Writing) -> bool:
    return any(
        shared.name == name and not isinstance(shared.integration, (Invalid, ShortForm))
        for shared in writing.api.shared_integrations
    )


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _whole(integration: FullIntegration, writing: Writing) -> Written:
    subtype = integration.subtype if isinstance(integration, ServiceProxy) else None
    connection = integration.connection
    return {
        "type": integration.declared_type,
        **present(
            {
                "httpMethod": writing.text(integration.http_method),
                "uri": writing.text(integration.uri),
                "integrationSubtype": writing.text(subtype),
                "connectionType": writing.text(connection.type),
                "connectionId": writing.text(connection.id),
                "integrationTarget": writing.text(connection.target),
                "credentials": writing.text(integration.credentials),
                "payloadFormatVersion": writing.text(integration.payload_format_version),
                "timeoutInMillis": writing.value(integration.timeout_ms),
                "responseTransferMode": writing.text(integration.response_transfer_mode),
                "contentHandling": writing.text(integration.content_handling),
                "passthroughBehavior": writing.text(integration.passthrough_behavior),
                "cacheNamespace": writing.text(integration.cache_namespace),
                "cacheKeyParameters": writing.texts(integration.cache_key_parameters),
                "tlsConfig": _tls(integration.tls, writing),
            }
        ),
        **_mappings(integration, writing),
        **{key: writing.data(value) for key, value in integration.extra.items() if not key.startswith("x-specforge-")},
    }


def _mappings(integration: FullIntegration, writing: Writing) -> Written:
    responses: Written = {response.key: _response(response, writing) for response in integration.responses}
    by_status: Written = {status: write_mappings(own, writing) for status, own in integration.response_parameters}
    return {
        **present(
            {
                "requestParameters": write_mappings(integration.request_parameters, writing),
                "requestTemplates": write_templates(integration.request_templates, writing),
            }
        ),
        **({"responses": responses} if integration.responses_declared else {}),
        **present({"responseParameters": by_status}),
    }


def _response(response: IntegrationResponse, writing: Writing) -> Data:
    return present(
        {
            "statusCode": writing.text(response.status),
            "contentHandling": writing.text(response.content_handling),
            "responseParameters": write_mappings(response.parameters, writing),
            "responseTemplates": write_templates(response.templates, writing),
        }
    )


def _tls(tls: Tls | None, writing: Writing) -> Data:
    if tls is None:
        return None
    return present(
        {
            "insecureSkipVerification": writing.value(tls.insecure_skip_verification),
            "serverNameToVerify": writing.text(tls.server_name_to_verify),
        }
    )
