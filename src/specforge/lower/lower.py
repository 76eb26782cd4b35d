"""Makes the model of a document.

Input: a Document and its Config. Output: an ir.Api without `$ref`s. Must not judge: a malformed part becomes
Invalid, InvalidSchema or nothing, and rules that look at the document say so.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from specforge.config import Config
from specforge.diagnostics import Report
from specforge.document import Document, infer_kind
from specforge.ir import Api, Deployment, Kind
from specforge.lower.api_key_source import lower_api_key_source
from specforge.lower.binary_media_types import lower_binary_media_types
from specforge.lower.context import Context
from specforge.lower.cors import lower_cors
from specforge.lower.documentation import lower_documentation
from specforge.lower.endpoint_access_mode import lower_endpoint_access_mode
from specforge.lower.endpoint_configuration import lower_endpoint_configuration
from specforge.lower.gateway_responses import lower_gateway_responses
from specforge.lower.importexport_version import lower_importexport_version
from specforge.lower.info import (
    lower_contact,
    lower_description,
    lower_external_docs,
    lower_extra,
    lower_title,
    lower_version,
    lower_webhooks,
)
from specforge.lower.integrations import lower_shared_integrations
from specforge.lower.minimum_compression_size import lower_minimum_compression_size
from specforge.lower.operations import lower_operations
from specforge.lower.policy import lower_policy
from specforge.lower.request_validators import lower_default_validator, lower_request_validators
from specforge.lower.schema_table import SchemaTable
from specforge.lower.security_policy import lower_security_policy
from specforge.lower.security_schemes import lower_security, lower_security_schemes
from specforge.lower.servers import lower_base_path, lower_servers
from specforge.lower.tags import lower_tags
from specforge.source.building import collector_paused

STEPS: tuple[tuple[str, Callable[[Context], object]], ...] = (
    ("title", lower_title),
    ("version", lower_version),
    ("description", lower_description),
    ("contact", lower_contact),
    ("external_docs", lower_external_docs),
    ("servers", lower_servers),
    ("base_path", lower_base_path),
    ("endpoint", lower_endpoint_configuration),
    ("tags", lower_tags),
    ("security_schemes", lambda context: context.security_schemes),
    ("security", lambda context: context.security),
    ("validators", lower_request_validators),
    ("validator", lower_default_validator),
    ("operations", lower_operations),
    ("schemas", lambda context: context.schemas),
    ("shared_integrations", lower_shared_integrations),
    ("gateway_responses", lower_gateway_responses),
    ("binary_media_types", lower_binary_media_types),
    ("minimum_compression_size", lower_minimum_compression_size),
    ("api_key_source", lower_api_key_source),
    ("policy", lower_policy),
    ("endpoint_access_mode", lower_endpoint_access_mode),
    ("security_policy", lower_security_policy),
    ("cors", lower_cors),
    ("documentation", lower_documentation),
    ("importexport_version", lower_importexport_version),
    ("webhooks", lower_webhooks),
    ("deployment", lambda context: _deployment(context.config)),
    ("extra", lower_extra),
)
"""The fields of ir.Api and what makes each, in the order in which they are made."""


def _deployment(config: Config) -> Deployment | None:
    if config.deploy is None and config.cors is None:
        return None
    from specforge.lower.deployment import lower_deployment  # lazy: 1 ms, for configurations only

    return lower_deployment(config)


def lower(document: Document, config: Config, _report: Report) -> Api:
    """Returns the model of a document."""
    with collector_paused(len(document.source.text)):
        return _lowered(document, config)


def _lowered(document: Document, config: Config) -> Api:
    kind = Kind(config.kind or infer_kind(document))
    context = Context(
        document=document,
        config=config,
        kind=kind,
        schemas=SchemaTable(document),
        security_schemes=lower_security_schemes(document),
        security=lower_security(document.root),
    )
    version = document.version
    api = Api(
        kind=kind,
        title="",
        version="",
        name=config.name,
        spec_version=version.spelling,
        swagger=version.swagger,
        origin=document.root,
    )
    return msgspec.structs.replace(api, **{field: step(context) for field, step in STEPS})
