"""What stands at the root of the document for API Gateway: info, servers, tags and the root extensions.

Source: the developer guide, "OpenAPI extensions for API Gateway".
"""

from __future__ import annotations

from collections.abc import Mapping

from specforge.diagnostics import Origin
from specforge.importdoc.integrations import write_mappings, write_templates
from specforge.importdoc.left_out import CONTACT, DOCUMENTATION, INFO, LICENSE, SERVER, SERVER_VARIABLE, TAG, rest_of
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Api, Contact, Data, Endpoint, EndpointConfiguration, GatewayResponse, Kind, Server, Tag, Text
from specforge.source import intrinsic_of

PREFIX = "x-amazon-apigateway-"


def write_info(writing: Writing) -> Written:
    """Returns `info`; an empty description is left out, AWS refuses it."""
    api = writing.api
    info = api.origin.at("info")
    if not api.version:
        writing.changes.note("required-part-added", info, "info.version")
    return {
        "title": _said(info.at("title"), api.title, writing),
        "version": _said(info.at("version"), api.version or "1.0", writing),
        **present({"description": _said(info.at("description"), api.description or "", writing) or None}),
        **_contact(api.contact or Contact(), info, writing),
        **(rest_of(info, INFO, writing) if info is not api.origin else {}),
    }


def _said(origin: Origin, fallback: str, writing: Writing) -> Data:
    """Returns what the document has at a place when that is an expression, for which the model has only words."""
    if writing.is_public or intrinsic_of(origin.value) is None:
        return fallback
    return writing.data(origin.value)


def _contact(contact: Contact, info: Origin, writing: Writing) -> Written:
    person = present({"name": contact.name, "url": contact.url, "email": contact.email})
    licence: Written = {"name": contact.license_name or contact.license_url, **present({"url": contact.license_url})}
    for written, key, holder in ((person, "contact", CONTACT), (licence, "license", LICENSE)):
        if info.at(key) is not info:
            written.update(rest_of(info.at(key), holder, writing))
    return present(
        {
            "termsOfService": contact.terms_of_service,
            "contact": person,
            "license": licence if licence["name"] is not None else None,
        }
    )


def write_servers(writing: Writing) -> list[Data]:
    """Returns the first server, the only one that API Gateway reads, with the endpoint configuration."""
    api = writing.api
    for further in api.servers[1:] if not api.swagger else ():
        writing.changes.note("ignored-part-removed", further.origin, "further servers")
    endpoint = _endpoint(api, writing)
    server: Written = write_server(api.servers[0], writing) if api.servers else present({"url": api.base_path})
    if endpoint:
        server = {"url": "/", **server, PREFIX + "endpoint-configuration": endpoint}
    return [server] if server else []


def write_server(server: Server, writing: Writing) -> Written:
    """Returns a server with its variables."""
    variables = server.origin.at("variables")
    written: Written = {
        name: {"default": default, **_variable(variables.at(name), writing)}
        for name, default in server.variables.items()
    }
    return {
        "url": _said(server.origin.at("url"), server.url or "/", writing),
        **present({"description": server.description or None, "variables": written}),
        **(rest_of(server.origin, SERVER, writing) if not writing.api.swagger else {}),
    }


def _variable(origin: Origin, writing: Writing) -> Written:
    """Returns what a public document says of a server variable besides; its values are texts, such as ports."""
    rest = rest_of(origin, SERVER_VARIABLE, writing)
    values = rest.get("enum")
    return {**rest, "enum": [str(value) for value in values]} if isinstance(values, list) else rest


def _endpoint(api: Api, writing: Writing) -> Written:
    """Returns the endpoint configuration of the document; what it lacks comes from `deploy.endpoint`."""
    deployed = api.deployment.endpoint if api.deployment is not None else None
    declared = api.endpoint or EndpointConfiguration(origin=api.origin)
    disabled = declared.disable_execute_api_endpoint
    if disabled is None and deployed is not None:
        disabled = deployed.disable_default
    return present(
        {
            "disableExecuteApiEndpoint": writing.value(disabled),
            "vpcEndpointIds": writing.texts(declared.vpc_endpoint_ids or _vpc_endpoints(deployed)),
            "ipAddressType": writing.text(declared.ip_address_type) or _ip_address_type(api, deployed),
        }
    )


def _ip_address_type(api: Api, deployed: Endpoint | None) -> str | None:
    """Returns the setting where the extension has it: it is documented for HTTP APIs only."""
    return deployed.ip_address_type if deployed is not None and api.kind is Kind.HTTP else None


def _vpc_endpoints(deployed: Endpoint | None) -> tuple[Text, ...]:
    return deployed.vpc_endpoints if deployed is not None else ()


def write_tags(writing: Writing) -> list[Data]:
    """Returns the root tags; an HTTP API takes each as a tag of the AWS resource."""
    return [_tag(tag, writing) for tag in writing.api.tags]


def _tag(tag: Tag, writing: Writing) -> Written:
    value = tag.value if not writing.is_public else None
    return {
        "name": tag.name,
        **present({"description": tag.description or None, PREFIX + "tag-value": value}),
        **rest_of(tag.origin, TAG, writing),
    }


def write_extensions(writing: Writing) -> Written:
    """Returns the extensions of the root, in one fixed order."""
    api = writing.api
    extensions = {
        "importexport-version": writing.text(api.importexport_version),
        "api-key-source": writing.text(api.api_key_source),
        "binary-media-types": writing.texts(api.binary_media_types),
        "minimum-compression-size": writing.value(api.minimum_compression_size),
        "security-policy": writing.text(api.security_policy),
        "endpoint-access-mode": writing.text(api.endpoint_access_mode),
        "policy": _policy(writing),
        "cors": _cors(writing),
        "request-validators": _validators(api),
        "request-validator": api.validator,
        "gateway-responses": {each.type: _gateway_response(each, writing) for each in api.gateway_responses},
        "documentation": _documentation(writing),
    }
    known = present({PREFIX + name: value for name, value in extensions.items()})
    return {**known, **writing.aws_extensions(api.extra)}


def _policy(writing: Writing) -> Data:
    api = writing.api
    policy = api.policy
    if policy is None and writing.is_rest and api.deployment is not None:
        policy = api.deployment.policy
    return None if policy is None else writing.data(policy.document)


def _cors(writing: Writing) -> Data:
    cors = writing.api.cors
    if cors is None:
        return None
    return present(
        {
            "allowOrigins": writing.texts(cors.allow_origins),
            "allowMethods": writing.texts(cors.allow_methods),
            "allowHeaders": writing.texts(cors.allow_headers),
            "exposeHeaders": writing.texts(cors.expose_headers),
            "maxAge": writing.value(cors.max_age_s),
            "allowCredentials": writing.value(cors.allow_credentials),
        }
    )


def _validators(api: Api) -> Data:
    return {
        name: {
            "validateRequestBody": validator.validate_body,
            "validateRequestParameters": validator.validate_parameters,
        }
        for name, validator in api.validators.items()
    }


def _gateway_response(response: GatewayResponse, writing: Writing) -> Data:
    return present(
        {
            "statusCode": writing.text(response.status),
            "responseParameters": write_mappings(response.parameters, writing),
            "responseTemplates": write_templates(response.templates, writing),
        }
    )


def _documentation(writing: Writing) -> Data:
    documentation = writing.api.documentation
    if documentation is None:
        return None
    parts: list[Data] = [
        {"location": _location(part.location, writing), "properties": writing.data(dict(part.properties))}
        for part in documentation.parts
    ]
    rest_of(documentation.origin, DOCUMENTATION, writing)
    return present({"version": documentation.version, "documentationParts": parts})


def _location(location: Mapping[str, Data], writing: Writing) -> Written:
    """Returns where a part of the documentation belongs; a model is called by its name in the written document."""
    name = location.get("name")
    if location.get("type") != "MODEL" or not isinstance(name, str):
        return dict(location)
    return {**location, "name": writing.names.get(name, name)}
